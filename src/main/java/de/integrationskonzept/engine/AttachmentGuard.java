package de.integrationskonzept.engine;

/** Says which files people may add to tasks. It is asked at every door; what the engine stores for itself passes unasked. */
public interface AttachmentGuard {

    /**
     * A file as it is stored.
     *
     * @param name as people see it, {@code type} its media type
     */
    record Paper(String name, String type, byte[] content) {
    }

    /**
     * What is stored of a file.
     *
     * @param name as it arrived
     * @throws Refusal (4xx) when such a file is not to be stored
     */
    Paper accept(String name, byte[] content);
}
