package chancery.web.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The pages that the program brings along, folder {@code web}. */
final class PageTemplate {
    private PageTemplate() {}

    static String read(String file) throws IOException {
        try (InputStream stream = PageTemplate.class.getResourceAsStream("/web/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file web/" + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
