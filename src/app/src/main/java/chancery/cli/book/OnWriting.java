package chancery.cli.book;

import picocli.CommandLine.Option;

/** A command that writes into the books, and so says who and why. */
abstract class OnWriting extends OnSeries {
    @Option(names = "--by", required = true, paramLabel = "NAME", description = "who says so")
    String by = "";

    @Option(names = "--because", required = true, paramLabel = "TEXT", description = "why")
    String because = "";
}
