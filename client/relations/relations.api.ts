import type {
  DecideRelation,
  DeclareRelation,
  OwnRelation as OwnRelationView,
  OwnRelations as OwnRelationsView,
  RelationPage,
  RelationView,
} from '../../server/relations/relations.contract.ts';
import { act, type Sent, type View } from '../api.ts';

export type OwnRelation = View<typeof OwnRelationView>;
export type OwnRelations = View<typeof OwnRelationsView>;
export type Relation = View<typeof RelationView>;
export type Relations = View<typeof RelationPage>;

export const OWN_RELATIONS = '/api/my-record/relations';
export const RELATIONS = '/api/relations';

export const declareRelation = (given: Sent<typeof DeclareRelation>) =>
  act<OwnRelation>('POST', RELATIONS, given);
export const decideRelation = (id: string, given: Sent<typeof DecideRelation>) =>
  act<Relation>('POST', `${RELATIONS}/${encodeURIComponent(id)}/decision`, given);
