/** What commands share: options, streams, batches, progress and exit codes. */
package chancery.cli.shared;
