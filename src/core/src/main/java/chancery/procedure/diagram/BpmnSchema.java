package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The XML schema of BPMN 2.0 as the OMG publishes it (taken from the npm package bpmn-moddle), by which the engine reads
 * diagrams too. {@code lint} holds diagrams against it; to read them takes less, and much less time.
 */
final class BpmnSchema {
    private static final String FILE = "/schema/bpmn/BPMN20.xsd";

    private final Schema schema;

    BpmnSchema() {
        URL file = Objects.requireNonNull(BpmnSchema.class.getResource(FILE), FILE);
        try {
            schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(file);
        } catch (SAXException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * Holds a diagram against the schema.
     *
     * @throws InvalidInput at the first line that does not fit
     */
    void check(String name, byte[] bpmn) {
        Validator validator = schema.newValidator();
        validator.setErrorHandler(new XmlFile.Strict());
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(bpmn)));
        } catch (SAXParseException broken) {
            throw XmlFile.refused(name, "BPMN 2.0", broken.getLineNumber(), String.valueOf(broken.getMessage()));
        } catch (SAXException | IOException broken) {
            throw XmlFile.refused(name, "BPMN 2.0", 0, String.valueOf(broken.getMessage()));
        }
    }
}
