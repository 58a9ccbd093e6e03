package de.integrationskonzept.modell;

import de.integrationskonzept.modell.Ablaufbild.Teil;
import java.util.List;

/** What is drawn in another place or in another way only. Of many steps that gave way to a new one, one sentence is enough. */
final class Zeichnungsvergleich {

    private final Ablaufbild alt;
    private final Ablaufbild neu;
    private final Paarung paarung;
    private final Ablaufnamen namen;

    /** @param namen of the newer one */
    Zeichnungsvergleich(Ablaufbild alt, Ablaufbild neu, Paarung paarung, Ablaufnamen namen) {
        this.alt = alt;
        this.neu = neu;
        this.paarung = paarung;
        this.namen = namen;
    }

    List<Unterschied> unterschiede() {
        List<Teil> anders = neu.teile().values().stream().filter(this::andersGezeichnet).toList();
        if (anders.isEmpty()) {
            return List.of();
        }
        List<String> betroffene = anders.stream().map(teil -> "„" + namen.titel(teil) + "“").toList();
        String nichts = " Am Ablauf ändert das nichts.";
        return List.of(anders.size() == 1
                ? new Unterschied(anders.get(0).id(), namen.titel(anders.get(0)), Unterschied.VERSCHOBEN,
                        List.of(betroffene.get(0) + " ist anders gezeichnet (Stelle, Größe oder Farbe)." + nichts))
                : new Unterschied(null, "Zeichnung", Unterschied.VERSCHOBEN, List.of(anders.size()
                        + " Elemente sind anders gezeichnet (Stelle, Größe oder Farbe): " + Worte.aufzaehlung(betroffene, "und") + "." + nichts)));
    }

    private boolean andersGezeichnet(Teil teil) {
        String damals = alt.lage().get(paarung.alt(teil.id()));
        String heute = neu.lage().get(teil.id());
        return damals != null && heute != null && !damals.equals(heute);
    }
}
