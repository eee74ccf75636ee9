import type { Scene } from '../scene.js';
import type { DescribedSpan } from '../traits.js';

/** A readable fact about how a span stands to the question's words in its sentence; 0 to 1. */
export type Relation = (span: DescribedSpan, scene: Scene) => number;
