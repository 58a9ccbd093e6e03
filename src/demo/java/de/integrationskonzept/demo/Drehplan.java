package de.integrationskonzept.demo;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which files there are to be, from {@code akten/drehplan.json}: invented Kommunen, and for each file the recording that it
 * follows, when it began and how far it has come.
 *
 * @param ersetzen by recording, texts that become others, in this order
 */
record Drehplan(List<Kommune> kommunen, List<Akte> akten, Map<String, Map<String, String>> ersetzen) {

    static final String VORFUEHRUNG = "drehplan";

    /**
     * @param typ,gremium,leitungAnrede values of the start form
     * @param kurz the name without "Stadt", "Landkreis" …
     */
    record Kommune(String id, String name, String kurz, String typ, int einwohner, String gremium, String leitungAnrede, String leitungName,
            String federfuehrung) {
    }

    /**
     * @param vorMonaten how long ago it began
     * @param monate planned length
     * @param tempo how long each part takes in truth, 1 as planned
     * @param halt the task before which it stands still, with {@code #2} the second of that name; null to go on until today
     * @param stehtSeitTagen nobody has done anything since then; 0 when work goes on
     * @param begruendet delays are explained after a week
     * @param felder so many Handlungsfelder instead of those of the recording; 0 keeps them
     * @param stoerung the activity whose job failed, null when none did
     * @param anders answers that differ from the recording, by task; null leaves one out
     */
    record Akte(String vorlage, String kommune, int vorMonaten, int monate, double tempo, String halt, int stehtSeitTagen, boolean begruendet,
            boolean ruht, int felder, String stoerung, Map<String, Map<String, Object>> anders) {
    }

    /** @param name of the file below {@code akten}; Kommunen and texts are those of the demonstration where it names none */
    static Drehplan lies(String name) {
        Drehplan plan = Aufzeichnung.lies(name, Drehplan.class);
        return plan.kommunen() != null ? plan : new Drehplan(lies(VORFUEHRUNG).kommunen(), plan.akten(), lies(VORFUEHRUNG).ersetzen());
    }

    Kommune kommune(String id) {
        return kommunen.stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
    }

    /** File number {@code nummer}, counted from 0; when the plan is used up it begins again with other Kommunen and days. */
    Musterakte akte(int nummer, LocalDate heute) {
        Akte akte = akten.get(nummer % akten.size());
        int runde = nummer / akten.size();
        List<Kommune> gleiche = kommunen.stream().filter(k -> k.typ().equals(kommune(akte.kommune()).typ())).toList();
        Kommune kommune = gleiche.get((gleiche.indexOf(kommune(akte.kommune())) + runde) % gleiche.size());
        LocalDate beginn = heute.minusMonths(akte.vorMonaten()).minusDays(nummer * 3L % 11 + runde * 9L);
        Map<String, String> texte = new LinkedHashMap<>(ersetzen.getOrDefault(akte.vorlage(), Map.of()));
        texte.replaceAll((alt, neu) -> neu.replace("{name}", kommune.name()).replace("{kurz}", kommune.kurz())
                .replace("{leitung}", kommune.leitungName()).replace("{person}", kommune.federfuehrung()));
        String zeichen = "%s/%d-%02d".formatted(kommune.id(), beginn.getYear(), nummer + 1);
        return new Musterakte(nummer, zeichen, kommune, akte, beginn, heute, texte);
    }
}
