/** Which server process has somebody listening to which session, so that each knows of the others' audience. */
export interface ListenerStore {
  /** Notes that a process has listeners in these sessions until the time; again prolongs it. */
  keep(processId: string, sessionIds: readonly string[], until: Date): Promise<void>;
  leave(processId: string, sessionIds: readonly string[]): Promise<void>;
  /** Whether another process has listeners in the session now. */
  elsewhere(sessionId: string, processId: string, now: Date): Promise<boolean>;
}
