package de.integrationskonzept.dokument;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A font that is embedded in documents. Two of them together decide what can be printed. Drawings ask for outlines, so that they
 * look the same wherever they are painted and need no font of the machine.
 */
final class Schrift {

    /** @param datei on the class path, {@code gewicht} as in CSS */
    record Schnitt(String familie, String datei, int gewicht, boolean kursiv) {

        InputStream strom() {
            return Schrift.class.getResourceAsStream(datei);
        }
    }

    static final List<Schnitt> SCHNITTE = List.of(
            new Schnitt("Liberation Sans", "/liberation/LiberationSans-Regular.ttf", 400, false),
            new Schnitt("Liberation Sans", "/liberation/LiberationSans-Bold.ttf", 700, false),
            new Schnitt("Liberation Sans", "/liberation/LiberationSans-Italic.ttf", 400, true),
            new Schnitt("Liberation Sans", "/liberation/LiberationSans-BoldItalic.ttf", 700, true),
            new Schnitt("DejaVu Sans", "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf", 400, false));

    private static final Schrift NORMAL = new Schrift(SCHNITTE.get(0));
    private static final Schrift FETT = new Schrift(SCHNITTE.get(1));
    private static final Schrift ERSATZ = new Schrift(SCHNITTE.get(4));

    private final TrueTypeFont schrift;
    private final CmapLookup zeichen;

    private Schrift(Schnitt schnitt) {
        try (InputStream strom = schnitt.strom()) {
            schrift = new TTFParser().parse(new RandomAccessReadBuffer(strom.readAllBytes()));
            zeichen = schrift.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean druckbar(int zeichen) {
        return NORMAL.kennt(zeichen) || ERSATZ.kennt(zeichen);
    }

    /** Width of a text in the unit of {@code groesse}. */
    static double breite(String text, double groesse, boolean fett) {
        return text.codePoints().mapToDouble(z -> fuer(z, fett).vorschub(z)).sum() * groesse;
    }

    /** The text as data of an SVG path, beginning at the given point of the base line. */
    static String umriss(String text, double x, double y, double groesse, boolean fett) {
        StringBuilder pfad = new StringBuilder();
        double stelle = x;
        for (int z : text.codePoints().toArray()) {
            Schrift eine = fuer(z, fett);
            eine.zeichne(z, AffineTransform.getTranslateInstance(stelle, y), groesse, pfad);
            stelle += eine.vorschub(z) * groesse;
        }
        return pfad.toString();
    }

    private static Schrift fuer(int zeichen, boolean fett) {
        Schrift erste = fett ? FETT : NORMAL;
        return erste.kennt(zeichen) || !ERSATZ.kennt(zeichen) ? erste : ERSATZ;
    }

    private boolean kennt(int z) {
        return zeichen.getGlyphId(z) > 0;
    }

    private double vorschub(int z) {
        try {
            synchronized (this) {
                return (double) schrift.getAdvanceWidth(zeichen.getGlyphId(z)) / schrift.getUnitsPerEm();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void zeichne(int z, AffineTransform ort, double groesse, StringBuilder pfad) {
        try {
            synchronized (this) {
                double mass = groesse / schrift.getUnitsPerEm();
                ort.scale(mass, -mass);
                var form = schrift.getGlyph().getGlyph(zeichen.getGlyphId(z));
                if (form != null) {
                    schreibe(form.getPath().getPathIterator(ort), pfad);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void schreibe(PathIterator weg, StringBuilder pfad) {
        double[] punkte = new double[6];
        for (; !weg.isDone(); weg.next()) {
            int art = weg.currentSegment(punkte);
            pfad.append("MLQCZ".charAt(art));
            int zahlen = new int[]{2, 2, 4, 6, 0}[art];
            for (int i = 0; i < zahlen; i++) {
                pfad.append(i == 0 ? "" : " ").append(Math.round(punkte[i] * 100) / 100f);
            }
        }
    }
}
