/** The REST resources of the pages; failures are turned into HTTP status in one place. */
package chancery.web.resource;
