package chancery.web.page;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** Parts of pages that are written on the server; text goes in escaped. */
final class Html {
    private Html() {}

    static String escape(@Nullable String text) {
        return text == null ? "" : HtmlUtils.htmlEscape(text, "UTF-8");
    }

    static String link(String address, String text) {
        return "<a href=\"" + escape(address) + "\">" + escape(text) + "</a>";
    }

    /** A part that may be wider than the screen and is then pushed sideways, by keyboard too. */
    static String scroller(String label, CharSequence content) {
        return "<div class=\"scroller\" tabindex=\"0\" role=\"region\" aria-label=\"" + escape(label) + "\">\n"
                + content + "</div>\n";
    }

    /** A page with the ways to the others. */
    static String page(String title, String style, String navigation, CharSequence main) {
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape(title)
                + "</title>\n<link rel=\"icon\" href=\"data:,\">\n"
                + "<link rel=\"stylesheet\" href=\"/chancery/pages/navigation.css\">\n"
                + "<link rel=\"stylesheet\" href=\"/chancery/pages/pages.css\">\n<link rel=\"stylesheet\" href=\""
                + style + "\">\n</head>\n<body>\n" + navigation + "<main>\n" + main
                + "</main>\n</body>\n</html>\n";
    }
}
