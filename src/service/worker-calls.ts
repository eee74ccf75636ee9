import type { ArchiveService } from './archive-service.js';
import type { ArchiveServiceSettings } from './open-archive-service.js';

/** The calls that the thread answers. `open` comes first. */
export interface WorkerCalls extends Omit<ArchiveService, 'isOpen'> {
  /** @throws UserError see `openArchiveService` */
  open(settings: ArchiveServiceSettings): Promise<void>;
}
