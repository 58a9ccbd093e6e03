package de.integrationskonzept.modell;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Two orders of things held against each other. */
final class Folge {

    /** The time grows with the square; longer ones that differ are told as a whole. */
    private static final int LAENGSTE = 2000;

    private Folge() {
    }

    /**
     * A place where both differ.
     *
     * @param ab where it begins in the older one; {@code neuAb} in the newer one
     */
    record Stelle<T>(int ab, List<T> alt, int neuAb, List<T> neu) {

        private boolean grenztAn(Stelle<T> naechste) {
            return ab + alt.size() == naechste.ab && neuAb + neu.size() == naechste.neuAb;
        }

        private Stelle<T> und(Stelle<T> naechste) {
            return new Stelle<>(ab, Stream.concat(alt.stream(), naechste.alt.stream()).toList(), neuAb,
                    Stream.concat(neu.stream(), naechste.neu.stream()).toList());
        }
    }

    static <T> List<Stelle<T>> unterschiede(List<T> alt, List<T> neu) {
        if (alt.equals(neu)) {
            return List.of();
        }
        if (Math.max(alt.size(), neu.size()) > LAENGSTE) {
            return List.of(new Stelle<>(0, alt, 0, neu));
        }
        Deque<Stelle<T>> stellen = new ArrayDeque<>();
        for (AbstractDelta<T> delta : DiffUtils.diff(alt, neu, new MyersDiffWithLinearSpace<>(Object::equals), null).getDeltas()) {
            Stelle<T> stelle = new Stelle<>(delta.getSource().getPosition(), delta.getSource().getLines(), delta.getTarget().getPosition(),
                    delta.getTarget().getLines());
            Stelle<T> davor = stellen.peekLast();
            stellen.add(davor != null && davor.grenztAn(stelle) ? stellen.pollLast().und(stelle) : stelle);
        }
        return List.copyOf(stellen);
    }

    /** What stands elsewhere, of what both have; as few as possible. */
    static <T> List<T> umgestellt(List<T> alt, List<T> neu) {
        Set<T> vorher = Set.copyOf(alt);
        Set<T> nachher = Set.copyOf(neu);
        return unterschiede(alt.stream().filter(nachher::contains).toList(), neu.stream().filter(vorher::contains).toList()).stream()
                .flatMap(stelle -> stelle.neu().stream()).toList();
    }
}
