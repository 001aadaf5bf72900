package org.pacta.platform.serving;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.database.Outage;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Does what a form asked for again, up to three times, where somebody else was faster by a moment or held what it needed in another order:
 * from its beginning, outside of any transaction, and only while nothing has been answered.
 */
@Component
class Repeats implements WebMvcRegistrations {

    private static final int MOST = 3;
    private static final int PAUSE_MILLIS = 60;

    private final PostedForms posted;

    Repeats(PostedForms posted) {
        this.posted = posted;
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {

            @Override
            protected @Nullable ModelAndView invokeHandlerMethod(
                    HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
                return HttpMethod.POST.matches(request.getMethod())
                        ? posted.once(
                                request, response, () -> repeat(response, () -> invoke(request, response, handler)))
                        : invoke(request, response, handler);
            }

            private @Nullable ModelAndView invoke(
                    HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
                return super.invokeHandlerMethod(request, response, handler);
            }
        };
    }

    /** What a handler does. */
    interface Work {

        @Nullable
        ModelAndView run() throws Exception;
    }

    private static @Nullable ModelAndView repeat(HttpServletResponse response, Work work) throws Exception {
        for (int time = 1; ; time++) {
            try {
                return work.run();
            } catch (Exception failed) {
                if (time > MOST || response.isCommitted() || !Outage.isRace(failed)) {
                    throw failed;
                }
                response.setStatus(HttpStatus.OK.value());
                Thread.sleep(ThreadLocalRandom.current().nextInt(PAUSE_MILLIS * time));
            }
        }
    }
}
