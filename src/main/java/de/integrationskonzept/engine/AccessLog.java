package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;

import de.integrationskonzept.engine.AccessChain.Access;
import de.integrationskonzept.engine.FileLookup.File;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Who has read personal data, in which file, when. What is read through the engine is noted by itself ({@link LoggedReads});
 * whoever reads past it says so here, before the answer goes out. The same person, file and kind is noted once in ten
 * minutes.
 */
@Component
public class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final long PAUSE = Duration.ofMinutes(10).toMillis();
    private static final int REMEMBERED = 20_000;

    private final AccessChain chain;
    private final FileLookup lookup;
    /** When it was last noted; only what really stands in the log. */
    private final Map<Key, Long> noted = Collections.synchronizedMap(FileLookup.remembering(REMEMBERED));
    private final List<Object> locks = IntStream.range(0, 64).mapToObj(i -> new Object()).toList();

    AccessLog(AccessChain chain, FileLookup lookup) {
        this.chain = chain;
        this.lookup = lookup;
    }

    private record Key(String person, File file, String kind) {
    }

    /**
     * The person reads something in the files of these instances.
     *
     * @param kind what is read, in a word that people understand
     * @param instances ids of process instances, of the root or of any part of a file; null is what lies in no file
     * @throws Refusal (503) when it cannot be noted; then nothing may be read
     */
    public void reads(String person, String kind, Set<String> instances) {
        reads(person, () -> Map.of(kind, instances));
    }

    /** @param reads instances by kind */
    void reads(String person, Supplier<Map<String, Set<String>>> reads) {
        try {
            Set<Key> keys = new LinkedHashSet<>();
            reads.get().forEach((kind, instances) ->
                    lookup.of(instances).values().forEach(file -> keys.add(new Key(person, file, kind))));
            note(person, keys);
        } catch (RuntimeException failure) {
            throw unavailable(failure);
        }
    }

    private static Refusal unavailable(RuntimeException failure) {
        LOG.error("the access log cannot be written, so nothing is read", Wordless.of(failure));
        return new Refusal(SERVICE_UNAVAILABLE, "Zurzeit lässt sich nicht festhalten, wer etwas liest; deshalb wird nichts angezeigt. "
                + "Bitte versuchen Sie es in einigen Minuten noch einmal, und geben Sie der Administration Bescheid.");
    }

    private void note(String person, Set<Key> keys) {
        if (fresh(keys).isEmpty()) {
            return;
        }
        // Nobody gets an answer while another request of the same person is still writing the entry for it.
        synchronized (locks.get(Math.floorMod(person.hashCode(), locks.size()))) {
            List<Key> fresh = fresh(keys);
            if (!fresh.isEmpty()) {
                chain.append(fresh.stream().map(key -> new Access(key.person(), key.file(), key.kind())).toList());
                long now = now();
                fresh.forEach(key -> noted.put(key, now));
            }
        }
    }

    private List<Key> fresh(Collection<Key> keys) {
        long now = now();
        return keys.stream().filter(key -> {
            Long last = noted.get(key);
            // A clock that was set back must not silence the log.
            return last == null || now - last >= PAUSE || now < last;
        }).toList();
    }

    private static long now() {
        return ClockUtil.getCurrentTime().getTime();
    }
}
