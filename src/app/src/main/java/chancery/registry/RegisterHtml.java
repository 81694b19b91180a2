package chancery.registry;

import chancery.office.Direction;
import chancery.register.RegisterEntry;
import chancery.registry.RegisterPages.Served;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** What the pages of the registers are made of: their frame, tables and links, with all text escaped. */
final class RegisterHtml {
    private static final String STYLE = resource("/web/register.css");

    private final @Nullable Served served;

    /** @param served {@code null} for pages that stand alone, without a link */
    RegisterHtml(@Nullable Served served) {
        this.served = served;
    }

    boolean isServed() {
        return served != null;
    }

    static String direction(@Nullable Direction direction) {
        return direction == null ? "" : direction.word();
    }

    /** A link to a page; its parts are ids and numbers, which need no escaping in an address. */
    String link(String text, String... parts) {
        return served == null ? escape(text) : anchor(RegisterPages.PATH + "/" + String.join("/", parts), text);
    }

    /** A link to the path of the case that an entry registers, where it has an instance that the reader may see. */
    String linkToPath(RegisterEntry entry, String text) {
        String instance = entry.registration().instanceId();
        return served == null || instance == null
                ? escape(text)
                : served.pathOf()
                        .apply(instance)
                        .map(address -> anchor(address, text))
                        .orElseGet(() -> escape(text));
    }

    static String anchor(String address, String text) {
        return "<a href=\"" + escape(address) + "\">" + escape(text) + "</a>";
    }

    static String head(String... columns) {
        StringBuilder head = new StringBuilder("<table><thead><tr>");
        for (String column : columns) {
            head.append("<th scope=\"col\">").append(column).append("</th>");
        }
        return head.append("</tr></thead><tbody>\n").toString();
    }

    static String row(String... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String cell : cells) {
            row.append("<td>").append(cell).append("</td>");
        }
        return row.append("</tr>\n").toString();
    }

    String page(String title, String kind, CharSequence body) {
        String back = served == null || kind.equals("overview")
                ? ""
                : "<p class=\"back\">" + anchor(RegisterPages.PATH, "all registers") + "</p>\n";
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape(title)
                + "</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n" + STYLE
                + (kind.equals("card") ? "@page { size: 148mm 105mm; margin: 6mm; }\n" : "")
                + "</style>\n"
                + (served == null
                        ? "</head>\n<body class=\"" + kind + "\">\n"
                        : "<link rel=\"stylesheet\" href=\"/chancery/pages/navigation.css\">\n</head>\n<body class=\""
                                + kind + " served\">\n" + served.navigation())
                + "<main>\n" + back + body
                + "</main>\n</body>\n</html>\n";
    }

    static String escape(@Nullable String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private static String resource(String name) {
        try (InputStream file = RegisterHtml.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
