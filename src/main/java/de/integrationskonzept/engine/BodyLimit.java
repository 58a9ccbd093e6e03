package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/** No request body beyond what anybody needs reaches memory, whether it says its length beforehand or not. */
class BodyLimit extends OncePerRequestFilter {

    private static final long MEGABYTE = 1024 * 1024;
    private static final long MOST = 2 * MEGABYTE;
    /** Deployments, and files by the engine's own door. */
    private static final long MOST_FOR_FILES = 10 * MEGABYTE;
    private static final String PAPERS = "/api/aufgaben/[^/]+/anlagen";

    private final long mostForPapers;

    /** @param mostForPapers bytes of a request that adds a file to a task */
    BodyLimit(long mostForPapers) {
        this.mostForPapers = mostForPapers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        boolean papers = request.getServletPath().matches(PAPERS);
        long most = !type.startsWith("multipart/form-data") ? MOST : papers ? mostForPapers : MOST_FOR_FILES;
        if (request.getContentLengthLong() > most) {
            Problem.write(response, 413, "Zu groß", papers ? Fault.tooLarge(mostForPapers) : Fault.sentence(413));
        } else {
            chain.doFilter(new Bounded(request, most), response);
        }
    }

    private static final class Bounded extends HttpServletRequestWrapper {

        private final long most;
        private ServletInputStream body;

        Bounded(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new Counted(super.getInputStream(), most);
            }
            return body;
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = body.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new Refusal(REQUEST_ENTITY_TOO_LARGE, Fault.sentence(413));
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
