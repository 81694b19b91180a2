package chancery.reading.letter;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLOutputFactory2;

/** XML written into a text. */
final class XmlText {
    private static final XMLOutputFactory FACTORY = factory();

    private XmlText() {}

    /** What is written. */
    interface Writing {
        void to(XMLStreamWriter xml) throws XMLStreamException;
    }

    static String of(Writing writing) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(text);
            writing.to(xml);
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalArgumentException(
                    "it holds what XML cannot (" + impossible.getMessage() + ")", impossible);
        }
        return text.toString();
    }

    private static XMLOutputFactory factory() {
        WstxOutputFactory factory = new WstxOutputFactory();
        factory.setProperty(XMLOutputFactory2.P_AUTOMATIC_EMPTY_ELEMENTS, true);
        factory.setProperty("com.ctc.wstx.outputValidateStructure", false);
        factory.setProperty(XMLOutputFactory.IS_REPAIRING_NAMESPACES, false);
        factory.setProperty("com.ctc.wstx.outputValidateNames", false);
        return factory;
    }
}
