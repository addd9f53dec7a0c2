import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a suggestion ends. */
export enum SuggestionDecision {
  /** Its words are in the text now. */
  ACCEPTED = 'ACCEPTED',
  /** Turned down, or taken back by its author. */
  REJECTED = 'REJECTED',
}

/** A decision on a suggestion. The first one stands. */
@Entity('suggestion_decisions')
export class SuggestionDecisionEntity {
  @PrimaryColumn('uuid', { name: 'section_id' })
  sectionId: string;

  @PrimaryColumn('uuid', { name: 'suggestion_id' })
  suggestionId: string;

  @Column('uuid', { name: 'bulletin_id' })
  bulletinId: string;

  @Column('text')
  decision: SuggestionDecision;

  @Column('text')
  inserted: string;

  @Column('text')
  deleted: string;

  @Column('uuid', { name: 'suggested_by_id' })
  suggestedById: string;

  /** The office that the author acted for. */
  @Column('uuid', { name: 'suggested_for_id' })
  suggestedForId: string;

  @Column({ type: 'timestamptz', name: 'suggested_at', precision: 3 })
  suggestedAt: Date;

  @Column('uuid', { name: 'decided_by_id' })
  decidedById: string;

  @Column('uuid', { name: 'decided_for_id' })
  decidedForId: string;

  @Column({ type: 'timestamptz', name: 'decided_at', precision: 3 })
  decidedAt: Date;
}
