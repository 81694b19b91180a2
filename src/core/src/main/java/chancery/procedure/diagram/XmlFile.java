package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A diagram or a decision table as XML, read by the JDK's parser. A document type, and with it every entity, is refused.
 *
 * @param name how messages call it
 */
public record XmlFile(String name, String text, Document document) {
    /** Largest file that is read. */
    public static final int MAX_BYTES = 5_000_000;

    /** Deepest nesting of elements, since what is read of them goes down into them. */
    private static final String MAX_DEPTH = "200";

    /**
     * Parses a file.
     *
     * @param language what it should be, for messages
     * @param root the tag of the outermost element
     * @throws InvalidInput if it is too large, or no XML of that language
     */
    static XmlFile read(String name, byte[] bytes, String language, String namespaces, String root) {
        if (bytes.length > MAX_BYTES) {
            throw InvalidInput.at(name, 0, "the file is larger than " + MAX_BYTES + " bytes", "split it");
        }
        Document document = parse(name, bytes, language);
        Element outermost = document.getDocumentElement();
        if (!root.equals(outermost.getLocalName())
                || !String.valueOf(outermost.getNamespaceURI()).matches(namespaces)) {
            throw refused(name, language, 0, "it begins with <" + outermost.getTagName() + ">");
        }
        return new XmlFile(name, new String(bytes, StandardCharsets.UTF_8), document);
    }

    private static Document parse(String name, byte[] bytes, String language) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("jdk.xml.maxElementDepth", MAX_DEPTH);
            var parser = factory.newDocumentBuilder();
            parser.setErrorHandler(new Strict());
            return parser.parse(new ByteArrayInputStream(bytes));
        } catch (SAXParseException broken) {
            String why = String.valueOf(broken.getMessage());
            if (why.startsWith("DOCTYPE")) {
                throw InvalidInput.at(
                        name,
                        broken.getLineNumber(),
                        "the file has a DOCTYPE, which is not read",
                        "take it out, with all entities that it declares");
            }
            throw refused(name, language, Math.max(0, broken.getLineNumber()), why);
        } catch (SAXException | IOException broken) {
            throw refused(name, language, 0, String.valueOf(broken.getMessage()));
        } catch (ParserConfigurationException lacking) {
            throw new IllegalStateException(lacking);
        }
    }

    /** What is wrong with a file that is no XML of its language. */
    static InvalidInput refused(String name, String language, int line, String why) {
        return InvalidInput.at(
                name,
                line,
                "this is not " + language + ": " + why.replaceFirst("\\.$", ""),
                "export it again as " + language + " XML");
    }

    /** Lets nothing pass that the parser complains of, and prints nothing. */
    static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException said) {
            // no fault of the file
        }

        @Override
        public void error(SAXParseException broken) throws SAXException {
            throw broken;
        }

        @Override
        public void fatalError(SAXParseException broken) throws SAXException {
            throw broken;
        }
    }

    /** All elements of that tag, whatever their namespace, in order of the file. */
    List<Element> elements(String tag) {
        return elements(document.getElementsByTagNameNS("*", tag));
    }

    /** The elements within another of that tag. */
    static List<Element> elements(Element outer, String tag) {
        return elements(outer.getElementsByTagNameNS("*", tag));
    }

    private static List<Element> elements(NodeList nodes) {
        // the list is a live one, which walks on from where it was asked last
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }

    /** The line on which the element of that id begins its attributes, from 1; 0 if it cannot be found. */
    public int lineOf(@Nullable String id) {
        return lineOf(text, id);
    }

    public static int lineOf(String text, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            return 0;
        }
        Matcher place = Pattern.compile("\\sid\\s*=\\s*[\"']" + Pattern.quote(id) + "[\"']")
                .matcher(text);
        return place.find()
                ? 1
                        + (int) text.substring(0, place.end())
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                : 0;
    }
}
