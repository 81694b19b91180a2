package chancery.reading.zone;

import chancery.casefile.YamlMap;
import chancery.office.Words;
import chancery.reading.text.Tokens;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The words of a language by which zones and what stands in them are told: {@code cues} of a file of words. */
public final class ZoneWords {
    private final Map<Cue, Cues> cues = new EnumMap<>(Cue.class);

    /** What a word tells. */
    public enum Cue {
        /** An institution or a part of one: {@code Ministry}. */
        OFFICE,
        /** What somebody is: {@code Ambassador}. */
        POST,
        /** Stands before a person's name: {@code Cde.} */
        PERSON,
        /** Begins the address: {@code To}. */
        TO,
        /** Begins the line that says who writes: {@code From:}. */
        FROM,
        /** Begins a line that is no mark: {@code Subject:}. */
        SUBJECT,
        /** A kind of paper: {@code Record of conversation}. */
        TITLE,
        SECRECY,
        PRECEDENCE,
        /** Says that it went in cipher. */
        ENCIPHERED,
        /** Stands before the number of the copy: {@code Copy No.} */
        COPY,
        /** State of the paper: {@code Draft}. */
        STATE,
        /** Begins a number: {@code Outgoing No.} */
        NUMBER,
        SALUTATION,
        CLOSING,
        /** Stands before a name that signed: {@code gez.} */
        SIGNED,
        /** Stands behind it: {@code m.p.} */
        SIGNED_BEHIND,
        /** Stands before initials. */
        INITIALED,
        /** On stamps: {@code received}. */
        RECEIVED,
        /** On stamps, before a number: {@code incoming}. */
        INCOMING,
        /** On stamps: {@code sent}. */
        SENT,
        AUTHENTICATION,
        DISTRIBUTION,
        TYPIST,
        VISA,
        ENCLOSURE,
        /** Begins the line that says to what an annex belongs. */
        ANNEX,
        ARCHIVE,
        /** In a bracket: a stamp. */
        STAMP,
        /** In a bracket: handwriting. */
        HAND,
        /** Asks a superior's question, gives his order: such a note is a disposition. */
        ORDER,
        /** Denies, asks, or puts off what a sentence says: {@code not}, {@code will}, {@code if}. */
        DENIAL,
        /** Nobody and nothing, behind what would have been done. */
        NOBODY,
        /** Begins an order, which such a note is: {@code please}. */
        IMPERATIVE,
        /** Little words by which the language is told. */
        TELLS
    }

    /** Adds the cues of a file. */
    public void read(YamlMap map) {
        for (Cue cue : Cue.values()) {
            Cues words = cues.computeIfAbsent(cue, none -> new Cues());
            map.texts(Words.key(cue), phrase -> {
                words.add(phrase);
                return phrase;
            });
        }
        map.done();
    }

    /** The words of several files as those of one. */
    public static ZoneWords together(List<ZoneWords> files) {
        ZoneWords all = new ZoneWords();
        for (ZoneWords file : files) {
            file.cues.forEach((cue, words) ->
                    all.cues.computeIfAbsent(cue, none -> new Cues()).addAll(words));
        }
        return all;
    }

    /** The token behind the cue that begins with a token; the same token if none does. */
    public int at(Cue cue, Tokens tokens, int from, int to) {
        Cues words = cues.get(cue);
        return words == null ? from : words.at(tokens, from, to);
    }

    /** Whether a cue begins with a token. */
    public boolean begins(Cue cue, Tokens tokens, int from, int to) {
        return at(cue, tokens, from, to) > from;
    }

    /** Whether a cue stands among some tokens. */
    public boolean within(Cue cue, Tokens tokens, int from, int to) {
        Cues words = cues.get(cue);
        return words != null && words.within(tokens, from, to);
    }

    /** How many of the tokens of a text are little words of the language. */
    public long told(Tokens tokens) {
        return IntStream.range(0, tokens.size())
                .filter(at -> begins(Cue.TELLS, tokens, at, tokens.size()))
                .count();
    }
}
