/**
 * In whose name a call to a port is made. Every port call takes one; the store holds the database to `tenantId` by row-level
 * security, so a forgotten filter finds nothing instead of everything.
 */
export type Scope = {
  readonly tenantId: string;
};
