package de.integrationskonzept.modell;

import java.util.List;

/**
 * How one kind of file is read and compared.
 *
 * @param <F> a version of such a file, read
 */
interface Dateikunde<F> {

    /** A file that is not what its name says. */
    final class Unlesbar extends Exception {

        Unlesbar(Throwable ursache) {
            super(ursache);
        }
    }

    /** @throws Unlesbar when that is no such file */
    F lies(byte[] inhalt) throws Unlesbar;

    /** @param schluessel what the file is called, for files that have no name */
    String name(F fassung, String schluessel);

    /** A sentence about a file that is new. */
    String vorstellung(F fassung);

    List<Unterschied> unterschiede(F alt, F neu);
}
