package de.integrationskonzept.modell;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import java.util.List;
import java.util.Set;

/** Two orders of things held against each other. */
final class Folge {

    /** The time grows with the square; longer ones that differ are told as a whole. */
    private static final int LAENGSTE = 2000;

    private Folge() {
    }

    static <T> List<AbstractDelta<T>> unterschiede(List<T> alt, List<T> neu) {
        if (alt.equals(neu)) {
            return List.of();
        }
        return Math.max(alt.size(), neu.size()) > LAENGSTE ? List.of(new ChangeDelta<>(new Chunk<>(0, alt), new Chunk<>(0, neu)))
                : DiffUtils.diff(alt, neu, new MyersDiffWithLinearSpace<>(Object::equals), null).getDeltas();
    }

    /** What stands elsewhere, of what both have; as few as possible. */
    static <T> List<T> umgestellt(List<T> alt, List<T> neu) {
        Set<T> vorher = Set.copyOf(alt);
        Set<T> nachher = Set.copyOf(neu);
        return unterschiede(alt.stream().filter(nachher::contains).toList(), neu.stream().filter(vorher::contains).toList()).stream()
                .flatMap(stelle -> stelle.getTarget().getLines().stream()).toList();
    }
}
