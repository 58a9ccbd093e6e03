package de.integrationskonzept.zeitplan;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** Slippages as rows of a form: what is asked, and what was said. */
final class Verzuege {

    private static final String VERFEHLT = "verfehlt";
    private static final String VERSPAETET = "verspaetet";

    private Verzuege() {
    }

    static SpinJsonNode keine() {
        return Spin.JSON("[]");
    }

    static SpinJsonNode offen(Plan plan, LocalDate heute) {
        SpinJsonNode zeilen = keine();
        Stream.concat(plan.verfehlt(heute).stream()
                        .map(m -> zeile(m, VERFEHLT, m.erwartet(), ChronoUnit.DAYS.between(m.erwartet(), heute))),
                plan.verschiebungen().stream().filter(Plan.Verschiebung::ohneGrund).flatMap(v -> plan.meilenstein(v.meilenstein())
                        .map(m -> zeile(m, VERSPAETET, m.erwartet().minusDays(v.tage()), v.tage())).stream()))
                .forEach(zeilen::append);
        return zeilen;
    }

    private static SpinJsonNode zeile(Plan.Meilenstein meilenstein, String art, LocalDate erwartet, long tage) {
        return Spin.JSON("{}").prop("art", art).prop("meilenstein", meilenstein.id()).prop("name", meilenstein.name())
                .prop("geplant", meilenstein.geplant().toString()).prop("erwartet", erwartet.toString()).prop("tage", tage);
    }

    /** A row is known by its milestone, or by the name of it: forms send back only what they show. */
    static List<Plan.Verzug> gesagt(Plan plan, Object zeilen, LocalDate heute) {
        return zeilen instanceof SpinJsonNode liste && liste.isArray() ? liste.elements().stream()
                .flatMap(zeile -> meilenstein(plan, zeile).map(m -> verzug(m, zeile, heute)).stream()).toList() : List.of();
    }

    private static Optional<Plan.Meilenstein> meilenstein(Plan plan, SpinJsonNode zeile) {
        return plan.meilensteine().stream()
                .filter(m -> m.id().equals(text(zeile, "meilenstein")) || m.name().equals(text(zeile, "name"))).findFirst();
    }

    private static Plan.Verzug verzug(Plan.Meilenstein meilenstein, SpinJsonNode zeile, LocalDate heute) {
        String neu = text(zeile, "neuErwartet");
        if (!meilenstein.verfehlt(heute)) {
            return new Plan.Verzug(meilenstein.id(), null, text(zeile, "grund"));
        }
        if (neu.isBlank() || LocalDate.parse(neu).isBefore(heute)) {
            throw new Refusal(BAD_REQUEST, "„" + meilenstein.name() + "“ ist noch nicht erreicht. Bitte nennen Sie einen neuen "
                    + "Termin, der nicht vor heute (" + Tage.deutsch(heute) + ") liegt.");
        }
        return new Plan.Verzug(meilenstein.id(), LocalDate.parse(neu), text(zeile, "grund"));
    }

    private static String text(SpinJsonNode zeile, String spalte) {
        return zeile.hasProp(spalte) && zeile.prop(spalte).isString() ? zeile.prop(spalte).stringValue() : "";
    }
}
