package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.docx4j.TextUtils;
import org.docx4j.openpackaging.packages.WordprocessingMLPackage;
import org.jsoup.nodes.Document;

/** jqwik makes the texts and prints the seed with which a run can be repeated. */
@Label("Was auch immer in einem Feld steht")
class BeliebigeTexteTest {

    private static final List<String> STUECKE = List.of("${x}", "{{x}}", "<w:p/>", "]]>", "&amp;", "\u202E", "\u200F", "\u0000", "\t", "\n",
            "😀", "مرحبا", "שלום", "漢", "e\u0301", "\\41", "\" }", "%", "1.234,5", "31.12.2026", "●", "\u00A0", "\uD800", "ß", "Maßnahme");

    @Label("es kommt in beiden Formaten als Text heraus, das PDF bleibt PDF/UA-1")
    @Property(tries = 15, shrinking = ShrinkingMode.BOUNDED)
    void beideFormate(@ForAll("texte") String text) throws Exception {
        Document dokument = Aufbereitung.bereite(Feindliches.ueberall(text));

        assertThat(Pruefstand.maengel(PdfDruck.pdf(dokument))).isEmpty();
        var docx = WordprocessingMLPackage.load(new ByteArrayInputStream(DocxDruck.docx(dokument)));
        assertThat(Pruefstand.fehlendes(dokument, TextUtils.getText(docx.getMainDocumentPart().getJaxbElement()))).isEmpty();
    }

    @Provide
    Arbitrary<String> texte() {
        Arbitrary<String> beliebig = Arbitraries.strings().all().ofMaxLength(12);
        Arbitrary<String> lang = Arbitraries.strings().alpha().ofMinLength(200).ofMaxLength(600);
        return Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.of(STUECKE)), Tuple.of(4, beliebig),
                Tuple.of(1, lang)).list().ofMaxSize(8).map(teile -> teile.stream().collect(Collectors.joining()));
    }
}
