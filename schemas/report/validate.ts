export function reportIssues(_report: unknown): string[] {
  return [];
}
