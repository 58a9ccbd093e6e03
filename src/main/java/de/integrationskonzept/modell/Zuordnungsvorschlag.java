package de.integrationskonzept.modell;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** What a vanished place has probably become: a new one of the same kind that is the only one to look like it. */
final class Zuordnungsvorschlag {

    private final List<Wartestelle> verschwunden;
    private final List<Wartestelle> hinzugekommen;

    /** @param verschwunden places of which nobody has said where they went */
    Zuordnungsvorschlag(Collection<Wartestelle> verschwunden, Collection<Wartestelle> hinzugekommen) {
        this.verschwunden = List.copyOf(verschwunden);
        this.hinzugekommen = List.copyOf(hinzugekommen);
    }

    /** By its name, else its form (or whatever it is known by), else because no other of its kind and role comes into question. */
    Optional<Wartestelle> zu(Wartestelle alt) {
        Predicate<Wartestelle> gleicheArt = neu -> neu.art() == alt.art() && neu.haelt() == alt.haelt();
        Predicate<Wartestelle> gleicheRolle = gleicheArt.and(neu -> Objects.equals(neu.rolle(), alt.rolle()));
        return einzige(gleicheArt.and(alt::gleichBenannt))
                .or(() -> einzige(gleicheArt.and(neu -> alt.merkmal() != null && alt.merkmal().equals(neu.merkmal()))))
                .or(() -> verschwunden.stream().filter(gleicheRolle).count() > 1 ? Optional.empty() : einzige(gleicheRolle));
    }

    private Optional<Wartestelle> einzige(Predicate<Wartestelle> passt) {
        List<Wartestelle> treffer = hinzugekommen.stream().filter(passt).toList();
        return treffer.size() == 1 ? Optional.of(treffer.get(0)) : Optional.empty();
    }
}
