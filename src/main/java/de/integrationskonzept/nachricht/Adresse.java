package de.integrationskonzept.nachricht;

import java.util.regex.Pattern;

/** What counts as one mail address: only signs that mean nothing to a mail server, and a domain with a dot. */
public final class Adresse {

    private static final int LAENGSTE = 254;
    private static final String WORT = "[a-z0-9!#$%&'*+/=?^_{|}~-]+";
    private static final String TEIL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern GUELTIG = Pattern.compile("(?=.{1,64}@)" + WORT + "(\\." + WORT + ")*@(" + TEIL + "\\.)+"
            + "[a-z][a-z0-9-]{0,61}[a-z0-9]", Pattern.CASE_INSENSITIVE);

    private Adresse() {
    }

    public static boolean istGueltig(String text) {
        return text.length() <= LAENGSTE && GUELTIG.matcher(text).matches();
    }
}
