/** Whether this is how a target answers a route that it lacks; it may also mean that what was asked for is missing. */
export function routeIsAbsent({ status }: { readonly status: number }): boolean {
  return [404, 405, 410, 501].includes(status);
}
