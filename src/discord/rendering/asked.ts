import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { z } from 'zod';
import { escaped, unescaped } from './escape.js';
import { text } from './message.js';
import { texts } from './texts.js';

/** A question, and the one before it in the conversation if the two were read together. */
export interface Asked {
  readonly question: string;
  readonly previous: string | null;
}

/**
 * Component ids of the lines that hold the questions. An answer carries its question, so that the
 * conversation can go on after a restart.
 */
const QUESTION = 101;
const PREVIOUS = 102;

const SMALL = '-# ';

/** Returns the lines that show what was asked. */
export function asked({ question, previous }: Asked): APIComponentInContainer[] {
  const lines = [text(`${SMALL}${escaped(question)}`, QUESTION)];
  if (previous !== null) lines.push(text(`${SMALL}${texts.followsUp} ${escaped(previous)}`, PREVIOUS));
  return lines;
}

interface Component {
  readonly type: number;
  readonly id?: number | undefined;
  readonly content?: string | undefined;
  readonly components?: readonly Component[] | undefined;
}

/** The components of any message, as far as they can hold questions. */
export const componentSchema: z.ZodType<Component> = z.lazy(() =>
  z.object({
    type: z.number(),
    id: z.number().optional(),
    content: z.string().optional(),
    components: z.array(componentSchema).optional(),
  }),
);

/** Reads the question back from the components of an answer; null if they are not those of an answer. */
export function askedIn(components: readonly Component[]): Asked | null {
  const question = contentOf(components, QUESTION);
  if (question === null) return null;
  const previous = contentOf(components, PREVIOUS);
  return {
    question: unescaped(question.slice(SMALL.length)),
    previous: previous && unescaped(previous.slice(`${SMALL}${texts.followsUp} `.length)),
  };
}

function contentOf(components: readonly Component[], id: number): string | null {
  for (const component of components) {
    if (component.type === ComponentType.TextDisplay && component.id === id) return component.content ?? null;
    const nested = contentOf(component.components ?? [], id);
    if (nested !== null) return nested;
  }
  return null;
}
