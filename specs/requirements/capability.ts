/** Which part of the API an operation belongs to, and how a person says that a target lacks it on purpose. */
import { operations, type OperationId, type Resource } from '../../schemas/operations.ts';
import type { Capability } from './requirement.ts';

/** The capability that a resource is; undefined for those that every target has. */
export function capabilityOfResource(resource: Resource): Capability | undefined {
  return resource === 'conversations' || resource === 'participants' ? undefined : resource;
}

/** The capability that an operation belongs to; undefined for those that every target has. */
export function capabilityOf(operation: OperationId): Capability | undefined {
  return operation === 'markRead' ? 'legacyReadBy' : capabilityOfResource(operations[operation].resource);
}

/** What a person can do about a capability that a target lacks. */
export function disclaiming(capability: Capability): string {
  return `if this is intended, say so with --capabilities -${capability}`;
}
