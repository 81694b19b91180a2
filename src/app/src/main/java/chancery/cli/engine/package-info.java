/** The commands that start the engine: they run cases and serve the pages. */
package chancery.cli.engine;
