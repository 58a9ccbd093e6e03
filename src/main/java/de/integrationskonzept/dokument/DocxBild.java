package de.integrationskonzept.dokument;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import org.docx4j.dml.wordprocessingDrawing.Inline;
import org.docx4j.jaxb.Context;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.docx4j.openpackaging.parts.WordprocessingML.BinaryPartAbstractImage;
import org.docx4j.wml.R;
import org.jsoup.nodes.Element;

/** A drawing as a picture of points, fine enough for print, with its alternative text. */
final class DocxBild {

    private static final float FEINHEIT = 2.5f;

    private DocxBild() {
    }

    static R bild(WordprocessingMLPackage paket, Element img, int nummer) throws Exception {
        BinaryPartAbstractImage teil = BinaryPartAbstractImage.createImagePart(paket, png(Abbildung.svg(img)));
        Inline anker = teil.createImageInline("bild" + nummer + ".png", "", nummer, nummer, DocxSeite.TEXTBREITE, false);
        anker.getDocPr().setDescr(img.attr("alt")); // above, docx4j would write it into XML as it is
        R lauf = Context.getWmlObjectFactory().createR();
        var zeichnung = Context.getWmlObjectFactory().createDrawing();
        zeichnung.getAnchorOrInline().add(anker);
        lauf.getContent().add(zeichnung);
        return lauf;
    }

    static byte[] png(String svg) throws TranscoderException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        PNGTranscoder maler = new PNGTranscoder();
        maler.addTranscodingHint(PNGTranscoder.KEY_WIDTH, (float) Zeichnung.BREITE * FEINHEIT);
        maler.addTranscodingHint(PNGTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, Boolean.FALSE);
        maler.addTranscodingHint(PNGTranscoder.KEY_EXECUTE_ONLOAD, Boolean.FALSE);
        maler.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(png));
        return png.toByteArray();
    }
}
