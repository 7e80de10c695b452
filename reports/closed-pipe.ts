/**
 * Whoever reads the output may go away (`| head -1`), and the disk that it goes to may be full: what is being done is
 * still done, with its clean-up, its report and its exit code.
 */
export function outliveOutput(
  streams: readonly NodeJS.WriteStream[] = [process.stdout, process.stderr],
): void {
  for (const stream of streams) if (stream.listenerCount('error', ignore) === 0) stream.on('error', ignore);
}

function ignore(): void {
  // Nobody reads the output any more.
}
