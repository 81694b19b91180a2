package chancery.reading.text;

import chancery.casefile.InvalidInput;
import chancery.casefile.TextFile;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.codehaus.stax2.XMLInputFactory2;
import org.jspecify.annotations.Nullable;

/**
 * An XML file read as a stream: nothing is fetched, no entity is declared, and depth and attributes are bounded. The
 * heap does not grow with the file.
 */
public final class XmlSource {
    private static final int MAX_DEPTH = 200;
    private static final int MAX_ATTRIBUTES = 100;
    private static final int MAX_ATTRIBUTE_LENGTH = 100_000;

    /** What the JDK puts before the complaint of an exception that has a place. */
    private static final String OWN = "Message: ";

    /** How the parser begins its complaint of an entity such as {@code &nbsp;}. */
    private static final String UNDECLARED = "Undeclared general entity";

    private static final WstxInputFactory FACTORY = factory();

    private XmlSource() {}

    /** What is done with the stream. */
    public interface Use {
        void read(XMLStreamReader xml) throws XMLStreamException;
    }

    /**
     * Opens a file, uses it, closes it.
     *
     * @throws InvalidInput if it is missing, not well-formed, wrongly encoded, or has a document type declaration
     */
    public static void with(Path file, Use use) {
        String name = file.toString();
        try (InputStream in = Files.newInputStream(file)) {
            read(name, file, in, use);
        } catch (NoSuchFileException missing) {
            throw InvalidInput.at(name, 0, "there is no such file", "check the name");
        } catch (IOException broken) {
            throw InvalidInput.at(name, 0, "the file cannot be read (" + broken.getMessage() + ")", "check the file");
        }
    }

    /**
     * Uses a stream, such as an entry of an archive, and leaves it open.
     *
     * @param name what messages call it
     * @throws InvalidInput if it is not well-formed, wrongly encoded, or has a document type declaration
     * @throws IOException if it cannot be read
     */
    public static void with(String name, InputStream in, Use use) throws IOException {
        read(name, null, in, use);
    }

    private static void read(String name, @Nullable Path file, InputStream in, Use use) throws IOException {
        XMLStreamReader xml = null;
        try {
            xml = FACTORY.createXMLStreamReader(in);
            use.read(xml);
            xml.close();
        } catch (XMLStreamException broken) {
            throw refused(name, file, broken, xml);
        }
    }

    private static InvalidInput refused(
            String name, @Nullable Path file, XMLStreamException broken, @Nullable XMLStreamReader xml)
            throws IOException {
        String message = String.valueOf(broken.getMessage());
        if (file != null && broken.getCause() instanceof CharConversionException) {
            int line = TextFile.lineNotUtf8(file);
            if (line > 0) {
                return InvalidInput.at(name, line, "the file is not UTF-8 from this line on", "save it as UTF-8");
            }
        }
        int line = line(broken.getLocation());
        int own = message.indexOf(OWN);
        if (own >= 0) {
            return InvalidInput.at(name, line, message.substring(own + OWN.length()) + ".");
        }
        int end = message.indexOf('\n');
        return InvalidInput.at(
                name,
                line > 0 || xml == null ? line : line(xml.getLocation()),
                "this cannot be read as XML: " + (end < 0 ? message : message.substring(0, end)),
                message.startsWith(UNDECLARED) ? "write the character itself" : "correct it there");
    }

    private static int line(@Nullable Location location) {
        return location == null ? 0 : Math.max(0, location.getLineNumber());
    }

    /** Refuses what stands at the cursor; the complaint says what was found and what to do. */
    public static XMLStreamException refusal(XMLStreamReader xml, String complaint) {
        return new XMLStreamException(complaint, xml.getLocation());
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // a text is read whole when the cursor comes to it, so that what is wrong in it is refused there with its line
        factory.setProperty(WstxInputProperties.P_LAZY_PARSING, false);
        factory.setProperty(XMLInputFactory2.P_REPORT_CDATA, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
        return factory;
    }
}
