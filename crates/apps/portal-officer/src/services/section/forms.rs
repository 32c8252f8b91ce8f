//! Which inputs each section has.

use super::builder::Builder;
use super::fields::{Block, Field, Inner};
use super::offered::{Found, Named, Offered};
use crate::functions::Division;
use catalogue::{
    ChannelReason, ClientCircle, DigitalScope, DocumentKind, Flags, OutputKind, Section, Signature, Stage, Weekday,
};
use kernel::Channel;

const LEVELS: [&str; 4] = ["none", "low", "substantial", "high"];

/// The form of a section.
pub fn blocks(section: Section, form: &Builder<'_>, offered: Offered) -> Vec<Block> {
    match section {
        Section::Basics => basics(form, offered.ticks, offered.functions),
        Section::Steps => vec![form.group("steps", step).into()],
        Section::Documents => vec![form.group("documents", document).into()],
        Section::Conditions => {
            let condition = |form: &Builder<'_>, at: &str| vec![form.words(at, 2).plain()];
            vec![form.group("conditions", condition).into(), form.group("outputs", output).into()]
        }
        Section::Law => vec![form.group("legal_basis", act).into(), form.words("appeal", 6).into()],
        Section::Channels => channels(form, offered),
        Section::Providers => vec![
            form.search("find-providers", "find-providers", &offered.found).optional().into(),
            form.group("providers", |form, at| provider(form, at, &offered.ticks)).into(),
        ],
        Section::Digital => digital(form),
        Section::Links => links(form, offered.ticks, &offered.found),
        Section::Plan => {
            vec![form.line("plan/from").width("short").optional().into(), form.area("plan/note", 3).optional().into()]
        }
    }
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().copied().map(word).collect()
}

fn stages() -> Vec<&'static str> {
    words(Stage::ALL, Stage::as_str)
}

fn basics(form: &Builder<'_>, municipalities: Named, functions: Vec<Division>) -> Vec<Block> {
    let clients = words(ClientCircle::ALL, ClientCircle::as_str);
    vec![
        form.words("name", 1).into(),
        form.words("summary", 4).into(),
        form.choice("client_circle", "client-circle", clients).into(),
        form.words("audience", 3).into(),
        form.choice_in("cofog", form.named("edit-cofog-none"), functions).into(),
        form.choice("territory", "edit-territory", ["whole_country", "municipalities"]).into(),
        form.boxes_of("territory/codes", municipalities).optional().into(),
        form.line("minutes_to_fill").width("short").optional().into(),
        form.words("notice", 3).optional().into(),
        form.line("valid_from").width("short").optional().into(),
        form.line("valid_to").width("short").optional().into(),
    ]
}

fn step(form: &Builder<'_>, at: &str) -> Vec<Field> {
    vec![
        form.choice(&format!("{at}/stage"), "catalogue-stage", stages()).plain(),
        form.words(&format!("{at}/title"), 1).plain(),
        form.words(&format!("{at}/text"), 4).plain(),
    ]
}

fn document(form: &Builder<'_>, at: &str) -> Vec<Field> {
    let kinds = words(DocumentKind::ALL, DocumentKind::as_str);
    vec![
        form.words(&format!("{at}/name"), 1).plain(),
        form.choice(&format!("{at}/kind"), "catalogue-document", kinds).plain(),
        form.choice(&format!("{at}/required"), "edit-required", ["yes", "no"]).plain(),
        form.words(&format!("{at}/note"), 2).plain().optional(),
        form.line(&format!("{at}/link")).plain().optional(),
        form.boxes(&format!("{at}/channels"), "channel", words(&Channel::ALL, Channel::as_str)).plain().optional(),
        form.line(&format!("{at}/evidence_type")).plain().optional().width("medium").suggested("evidence-types"),
        form.line(&format!("{at}/proves")).plain().optional().width("short"),
    ]
}

fn output(form: &Builder<'_>, at: &str) -> Vec<Field> {
    let kinds = words(OutputKind::ALL, OutputKind::as_str);
    vec![form.words(&format!("{at}/name"), 1).plain(), form.choice(&format!("{at}/kind"), "edit-output", kinds).plain()]
}

fn act(form: &Builder<'_>, at: &str) -> Vec<Field> {
    vec![form.words(&format!("{at}/title"), 1).plain(), form.line(&format!("{at}/link")).plain().optional()]
}

fn channels(form: &Builder<'_>, offered: Offered) -> Vec<Block> {
    let none = (String::new(), form.named("edit-form-none"));
    vec![
        form.search("find-places", "find-places", &offered.found).optional().into(),
        form.group_with("channels", |form, at| channel(form, at, &offered.ticks)).into(),
        form.words("payment", 3).optional().into(),
        form.choice_of("form", [none].into_iter().chain(offered.forms)).into(),
    ]
}

fn channel(form: &Builder<'_>, at: &str, places: &[(String, String)]) -> (Vec<Field>, Vec<Inner>) {
    let name = |part: &str| format!("{at}/{part}");
    let all = words(&Channel::ALL, Channel::as_str);
    let reasons = words(ChannelReason::ALL, ChannelReason::as_str);
    let mut fields = vec![
        form.choice(&name("channel"), "channel", all).plain(),
        form.boxes(&name("stages"), "catalogue-stage", stages()).plain(),
        form.choice(&name("fee"), "edit-fee", ["free", "amount", "stated"]).plain(),
        form.line(&name("fee/amount")).plain().width("short").optional(),
        form.choice_of(&name("deadline"), deadlines(form)).plain(),
        form.line(&name("deadline/count")).plain().width("short").optional(),
        form.words(&name("hours"), 2).plain(),
        form.line(&name("link")).plain().optional(),
        form.line(&name("sign_in")).plain().optional(),
        form.choice(&name("reason"), "channel-reason", reasons).plain(),
        form.words(&name("note"), 2).plain().optional(),
    ];
    let tiers = form.inner(&name("tiers"), "channels-tiers", |form, at| {
        vec![
            form.choice(&format!("{at}/fee"), "edit-fee", ["amount", "free", "stated"]).plain(),
            form.line(&format!("{at}/fee/amount")).plain().width("short").optional(),
            form.choice(&format!("{at}/added"), "edit-fee-added", ["no", "yes"]).plain(),
            form.words(&format!("{at}/condition"), 1).plain(),
        ]
    });
    let opening = form.inner(&name("opening"), "channels-opening", |form, at| {
        vec![
            form.boxes(&format!("{at}/days"), "edit-weekday", words(Weekday::ALL, Weekday::as_str)).plain(),
            form.line(&format!("{at}/opens")).plain().width("short"),
            form.line(&format!("{at}/closes")).plain().width("short"),
        ]
    });
    let mut inner = vec![tiers, opening];
    // Places are for channels in person; what is named for another one can be taken out.
    let remote = [Channel::Electronic, Channel::Phone, Channel::Post].map(Channel::as_str);
    let named = form.names_any(&name("places")) || form.names_any(&name("elsewhere"));
    if named || !remote.contains(&form.said(&name("channel"))) {
        fields.push(form.boxes_of(&name("places"), places.iter().cloned()).plain().optional());
    }
    // Codes that were typed before there was a search stay where they were typed.
    if form.names_any(&name("elsewhere")) {
        inner.push(form.inner(&name("elsewhere"), "channels-elsewhere", |form, at| {
            vec![form.line(&format!("{at}/code")).plain().suggested("institutions")]
        }));
    }
    (fields, inner)
}

fn deadlines(form: &Builder<'_>) -> Vec<(String, String)> {
    let option = |value: &str, word: &str| (value.to_owned(), form.named(&format!("edit-deadline-{word}")));
    vec![option("", "none"), option("working_days", "working_days"), option("months", "months")]
}

fn provider(form: &Builder<'_>, at: &str, institutions: &[(String, String)]) -> Vec<Field> {
    let name = |part: &str| format!("{at}/{part}");
    let none = (String::new(), form.named("web-choose"));
    let institutions = [none].into_iter().chain(institutions.iter().cloned());
    vec![
        form.choice(&name("stage"), "catalogue-stage", stages()).plain(),
        form.choice_of(&name("institution"), institutions).plain(),
        form.line(&name("contact/phone")).plain().width("medium").optional(),
        form.line(&name("contact/email")).plain().width("medium").optional(),
        form.line(&name("contact/address")).plain().optional(),
        form.line(&name("contact/website")).plain().optional(),
    ]
}

fn digital(form: &Builder<'_>) -> Vec<Block> {
    let modes = DigitalScope::ALL.iter().map(|mode| (mode.as_str().to_owned(), format!("digital-{}", mode.as_str())));
    let mut options = vec![(String::new(), form.named("edit-digital-none"))];
    options.extend(modes.map(|(value, key)| (value, form.named(&key))));
    vec![
        form.choice("identification", "identification", LEVELS).into(),
        form.choice("signature", "signature", words(Signature::ALL, Signature::as_str)).into(),
        form.choice_of("digital", options).into(),
        form.line("digital/since").width("short").optional().into(),
        form.words("digital/support", 3).optional().into(),
        form.boxes("flags", "catalogue-flag", Flags::WORDS).optional().into(),
    ]
}

fn links(form: &Builder<'_>, situations: Named, found: &Found) -> Vec<Block> {
    let search: Block = form.search("find", "related", found).optional().into();
    let related = form.boxes_of("related", found.services.iter().cloned()).plain().optional();
    let related = Some(related).filter(|boxes| !boxes.options.is_empty()).map(Block::from);
    let rest: [Block; 3] = [
        form.boxes_of("life_events", situations).optional().into(),
        form.area("keywords/lv", 5).optional().into(),
        form.area("keywords/en", 5).optional().into(),
    ];
    [search].into_iter().chain(related).chain(rest).collect()
}
