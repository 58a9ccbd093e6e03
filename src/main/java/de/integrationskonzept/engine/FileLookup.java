package de.integrationskonzept.engine;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which file a process instance belongs to. Never changes, so it is remembered. */
@Component
class FileLookup {

    private static final int REMEMBERED = 10_000;
    private static final int PAGE = 500;

    private final JdbcTemplate jdbc;
    private final ConfidentialProcesses confidential;
    private final Map<String, File> known = Collections.synchronizedMap(remembering(REMEMBERED));

    FileLookup(JdbcTemplate jdbc, ConfidentialProcesses confidential) {
        this.jdbc = jdbc;
        this.confidential = confidential;
    }

    /** @param confidential the instance asked for is of a confidential process; the rest is what its root says */
    record File(String root, String businessKey, String tenant, boolean confidential) {

        static final File NONE = new File(null, null, null, false);
    }

    /** Keeps what was used last. */
    static <K, V> Map<K, V> remembering(int atMost) {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > atMost;
            }
        };
    }

    /** By instance; one that the history has already given up is its own file, and null is in none. */
    Map<String, File> of(Collection<String> instances) {
        Map<String, File> files = new HashMap<>();
        instances.forEach(id -> files.put(id, id == null ? File.NONE : known.get(id)));
        List<String> unknown = files.keySet().stream().filter(id -> files.get(id) == null).toList();
        for (int i = 0; i < unknown.size(); i += PAGE) {
            load(unknown.subList(i, Math.min(i + PAGE, unknown.size())), files);
        }
        files.replaceAll((id, file) -> file == null ? new File(id, null, null, false) : file);
        return files;
    }

    private void load(List<String> instances, Map<String, File> files) {
        String marks = String.join(", ", Collections.nCopies(instances.size(), "?"));
        jdbc.query("select P.ID_, P.PROC_DEF_ID_, R.ID_ as ROOT_, R.BUSINESS_KEY_, R.TENANT_ID_ from ACT_HI_PROCINST P "
                + "join ACT_HI_PROCINST R on R.ID_ = coalesce(P.ROOT_PROC_INST_ID_, P.ID_) where P.ID_ in (" + marks + ")", row -> {
                    File file = new File(row.getString("ROOT_"), row.getString("BUSINESS_KEY_"), row.getString("TENANT_ID_"),
                            confidential.contains(row.getString("PROC_DEF_ID_")));
                    known.put(row.getString("ID_"), file);
                    files.put(row.getString("ID_"), file);
                }, instances.toArray());
    }

    String ofTask(String task) {
        return first("select PROC_INST_ID_ from ACT_HI_TASKINST where ID_ = ?", task);
    }

    String ofExecution(String execution) {
        String running = first("select PROC_INST_ID_ from ACT_RU_EXECUTION where ID_ = ?", execution);
        return running != null ? running : first("select PROC_INST_ID_ from ACT_HI_ACTINST where EXECUTION_ID_ = ?", execution);
    }

    String ofJob(String job) {
        return first("select PROCESS_INSTANCE_ID_ from ACT_RU_JOB where ID_ = ?", job);
    }

    String ofAttachment(String attachment) {
        return first("select coalesce(A.PROC_INST_ID_, T.PROC_INST_ID_) from ACT_HI_ATTACHMENT A left join ACT_HI_TASKINST T "
                + "on T.ID_ = A.TASK_ID_ where A.ID_ = ?", attachment);
    }

    private String first(String sql, String id) {
        return jdbc.queryForList(sql + " limit 1", String.class, id).stream().findFirst().orElse(null);
    }
}
