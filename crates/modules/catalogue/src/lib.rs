#![doc = include_str!("../README.md")]

mod alike;
mod availability;
mod categories;
mod checks;
mod close;
mod compare;
mod descriptions;
mod editing;
mod ensure_sample;
mod events;
mod evidence;
mod finding;
mod form_choice;
mod gap;
mod import;
mod institution_spread;
mod joint;
mod link_check;
mod links;
mod list;
mod model;
mod offer;
mod online;
mod open;
mod oversight;
mod pilot;
mod policy;
mod publish;
mod quality;
mod register;
mod scheduled;
mod situations;
mod store;
mod templates;
mod versions;
mod view;
mod vote;
mod way;
mod words;

#[cfg(test)]
mod tests;

pub use alike::{
    DecideSimilar, RebuildReport, SimilarFilter, SimilarKind, SimilarPair, SimilarReader, SimilarReason, SimilarState,
    create_template_from_services, decide_similar, rebuild_similar, similar_pairs,
};
pub use availability::{Availability, availability};
pub use categories::{
    CategoriesReport, Category, CategoryCount, CategoryKind, Clients, View, browse_services, browse_services_once,
    category_counts, check_categories, ensure_categories, internal_services, popular_services, rebuild_categories,
    set_popular_services,
};
pub use checks::{
    CHECKS_TIMER, CheckLine, CheckReminder, ConfirmCheck, HolderChecks, Quarter, checks_list, confirm_check,
    holder_checks, last_checked, run_checks,
};
pub use close::{CloseService, close_service};
pub use compare::{ElementChange, Piece, compare, compare_texts};
pub use descriptions::{
    Description, DigitalMode, Flags, Keywords, LegalAct, Output, ProviderStage, RequiredDocument, Step, Territory,
};
pub use editing::*;
pub use ensure_sample::ensure_sample;
pub use events::{
    LIST_APPROVED, QUALITY_ACT_REMOVED, QUALITY_ACT_SET, SEARCH_BOOST_REMOVED, SEARCH_BOOST_SET,
    SEARCH_SYNONYM_REMOVED, SEARCH_SYNONYM_SET, SERVICE_APPROVED_ALONE, SERVICE_CHECKED, SERVICE_INSTRUCTED,
    SERVICE_INSTRUCTION_READ, SERVICE_INSTRUCTION_WITHDRAWN, SERVICE_LINKED, SERVICE_OVERRULED, SERVICE_PUBLISHED,
    SERVICE_RECEIVED, SERVICE_REGISTERED, SERVICE_RETURNED, SERVICE_SCHEDULE_WITHDRAWN, SERVICE_SCHEDULED,
    SERVICE_SUBMITTED, SERVICE_WITHDRAWN, SERVICE_WRITE_REFUSED,
};
pub use evidence::{EvidenceType, evidence_type, evidence_types};
pub use finding::{
    AskedLine, BoostLine, Chosen, FacetCounts, FacetName, FeedbackLine, FindServices, FoundServices, GiveFeedback,
    Judged, JudgedQuery, LookupMeans, MOST_BOOSTS, MOST_SYNONYMS, PlaceLookups, QueryScore, SampleService, SearchIndex,
    SearchMonth, SearchReport, ServicePlace, SetBoost, SetSynonym, SynonymLine, Tally, TriedService, WHOLE_COUNTRY,
    boosts, find_services, give_feedback, install_judged_corpus, install_search_rules, judge, judged_corpus,
    judged_queries, place_lookups, places_of_channels, places_of_service, put_sample_service, remove_boost,
    remove_synonym, requested_in_centre, search_months, search_report, search_services, services_by_words, set_boost,
    set_synonym, synonyms, try_query,
};
pub use form_choice::FormChoice;
pub use gap::Gap;
pub use import::{ImportReport, RejectedRow, import_canada};
pub use institution_spread::{INSTITUTION_READER, INSTITUTION_SPREAD_TIMER, InstitutionReader, spread_institution};
pub use link_check::{LINK_SPREAD_TIMER, LinkChecker, LinkState, spread_link};
pub use list::{ServiceFilter, list_services};
pub use model::{Service, ServiceListItem};
pub use offer::{ChannelOffer, Contact, Fee, FeeTier, LEGAL_DEADLINE, Opening, deadlines_of, fees_of};
pub use online::{Online, online_of};
pub use open::{
    ChangeKind, Changes, Done, FEED_READER, FeedEnd, FeedReport, OwnService, PublicServices, ReceiveService, Received,
    SaveDescription, Seen, ServiceChange, ServiceFeedReader, WriteRefused, check_description, check_publication,
    edition, feed_end, fill_gaps, own_service, own_service_by_name, own_services_whole, public_services, rebuild_feed,
    receive, refused_writes, save_description, service_as_of, service_changes, withdraw_sent,
};
pub use oversight::{OversightConcern, OversightLine, OversightTotal, oversight, oversight_total, registering_holders};
pub use pilot::{install_demo_services, install_pilot_register, install_pilot_services};
pub use policy::edits;
pub use publish::{PublishService, publish};
pub use quality::{
    ACT_SPREAD_TIMER, ActLine, Finding, HolderQuality, LINK_PLACES, MOST_ACTS, QUALITY_DAY_TIMER, QUALITY_READER,
    QualityContext, QualityDay, QualityDifference, QualityReader, QualityRebuild, RepealedAct, Rule, ScoreChange,
    ServiceQuality, SetRepealedAct, Severity, cofog_codes, findings, holder_quality, install_repealed_acts,
    keep_quality_day, most_characters, quality_days, quality_list, rebuild_quality, remove_repealed_act, repealed_acts,
    rules, score, score_changes, service_quality, set_repealed_act, spread_act,
};
pub use register::{RegisterService, register_service};
pub use scheduled::{LeftBehind, TAKE_EFFECT_TIMER, WithdrawVersion, left_behind, take_effect, withdraw_version};
pub use situations::{
    BranchOrder, COORDINATOR_SET, CORRECTION_CORRECTED, CORRECTION_ELSEWHERE, CORRECTION_FORWARDED, CORRECTION_OVERDUE,
    CORRECTION_OVERDUE_TIMER, CORRECTION_RECEIVED, CORRECTION_REFUSED, ConfirmSituation, Coordination, Correction,
    CorrectionAbout, CorrectionFilter, CorrectionStanding, CorrectionState, CorrectionsWaiting, CreateSituation,
    ForwardCorrection, HandOverSituation, LifeSituation, OrderSituations, PublishSituation, ReportCorrection,
    ReportServiceCorrection, Resolution, ResolveCorrection, SITUATION_CHECKED, SITUATION_CREATED,
    SITUATION_HANDED_OVER, SITUATION_PUBLISHED, SITUATION_WITHDRAWN, SITUATIONS_ORDERED, SaveSituation, SetCoordinator,
    SituationActs, SituationBranch, SituationCheck, SituationDeadline, SituationDraft, SituationLine,
    SituationStanding, SituationState, SituationStep, SituationText, SituationVersion, WithdrawSituation,
    WithdrawnSituation, branch_order, confirm_situation, coordinated_branches, coordinators, correction,
    correction_overdue, corrections, corrections_waiting, create_situation, ensure_coordinators, forward_correction,
    hand_over_situation, install_life_situations, list_situations, order_situations, publish_situation,
    published_situations, report_correction, report_service_correction, resolve_correction, save_situation,
    set_coordinator, situation, situation_at, situation_by_id, situation_checks, situation_draft, situation_faults,
    situation_titles, situation_version, situation_versions, situations_changed, situations_due, situations_of_service,
    situations_of_services, situations_to_edit, withdraw_situation, withdrawn_situation,
};
pub use templates::{
    AttachService, CARRY_TEMPLATE_TIMER, ChangeTemplate, Coverage, CoverageCell, CoverageRow, DetachService, Deviation,
    Family, Member, MemberDeviations, PlanTemplate, Representative, TEMPLATE_ATTACHED, TEMPLATE_CHANGED,
    TEMPLATE_CREATED, TEMPLATE_DAY_TIMER, TEMPLATE_DETACHED, TEMPLATE_PLAN_REFUSED, TEMPLATE_PLAN_WITHDRAWN,
    TEMPLATE_PLANNED, TEMPLATE_PUBLISHED, TEMPLATE_WITHDRAWN, Template, TemplateEffect, TemplateId, TemplateLine,
    TemplatePlan, TemplatePlanState, TemplateScope, TemplateState, TemplateText, TemplateVersionLine, attach_service,
    carry_template, change_template, coverage, coverage_csv, create_service_from_template, create_template,
    detach_service, deviations, family, install_template_services, is_unified, list_services_once, plan_effect,
    plan_template, publish_template, representatives, template, template_by_id, template_effect, template_history,
    template_of, template_plan, template_plans, template_takes_effect, templates, templates_by_codes, unattached,
    withdraw_template, withdraw_template_plan,
};
pub use versions::{
    Version, VersionLine, scheduled_versions, service_at, service_of_version, service_version, versions,
};
pub use view::{service, service_by_id, services_by_codes, services_by_ids, whole_services};
pub use vote::{ServiceVotes, service_votes, vote_on_service};
pub use way::Way;
pub use words::{
    ChannelReason, ClientCircle, DigitalScope, DocumentKind, OutputKind, ServiceState, Signature, Stage, VersionState,
    Weekday,
};
pub use worktime::Deadline;
