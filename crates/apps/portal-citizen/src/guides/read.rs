//! What is found: every public life situation, article and institution, and by which words.

use std::collections::BTreeMap;

use catalogue::{LifeSituation, SituationText};
use institutions::{Institution, InstitutionFilter, InstitutionKind};
use kernel::{ArticleId, ErrorKind, LangText, Locale, PageRequest, Result};
use knowledge::{ArticleKind, ArticleLine, Audience};
use search::Document;
use storage::Read;

use super::{Guide, GuideGroup};
use crate::institutions::path_of;

/// Articles of a kind that can be found, newest first.
const MOST: usize = 2000;
/// So much of what an article says is looked through, in characters: the index is in memory.
const READ: usize = 4000;

/// All of them by path.
pub(super) async fn read(tx: &Read) -> Result<BTreeMap<String, Guide>> {
    let mut guides = BTreeMap::new();
    for (order, line) in (0..).zip(catalogue::list_situations(tx, None).await?) {
        match catalogue::situation(tx, &line.slug).await {
            Ok(situation) => drop(guides.insert(format!("/life/{}", line.slug), of_situation(&situation, order))),
            // It was withdrawn just now.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    for kind in ArticleKind::ALL {
        for (line, body) in articles(tx, *kind).await? {
            let path = format!("/{}/{}", kind.as_str(), line.slug);
            guides.insert(path.clone(), of_article(path, line, &body));
        }
    }
    let institutions = institutions::list_all(tx, &InstitutionFilter::default()).await?;
    let names: BTreeMap<_, _> = institutions.iter().map(|one| (one.id, one.name.clone())).collect();
    for (order, one) in (0..).zip(institutions) {
        let path = path_of(&one);
        let above = one.parent.and_then(|parent| names.get(&parent));
        guides.insert(path.clone(), of_institution(path, &one, above, order));
    }
    Ok(guides)
}

/// The articles of a kind with what they say below their leads.
async fn articles(tx: &Read, kind: ArticleKind) -> Result<Vec<(ArticleLine, LangText)>> {
    let (mut lines, mut after) = (Vec::new(), None);
    while lines.len() < MOST {
        let asked = PageRequest::new(PageRequest::MAX, after);
        let page = knowledge::list_articles(tx, kind, Audience::Public, &asked).await?;
        let ids: Vec<ArticleId> = page.items.iter().map(|line| line.id).collect();
        let mut bodies = knowledge::article_bodies(tx, &ids).await?;
        lines.extend(page.items.into_iter().map(|line| {
            let body = bodies.remove(&line.id).unwrap_or_default();
            (line, body)
        }));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    Ok(lines)
}

fn of_situation(situation: &LifeSituation, order: u64) -> Guide {
    let SituationText { title, summary, steps, keywords, .. } = situation.text.as_ref();
    let document = grouped(format!("/life/{}", situation.slug), GuideGroup::Life).order(order);
    let mut document = titled(document, title);
    for words in [&keywords.lv, &keywords.en] {
        if !words.is_empty() {
            document = document.keyword(words.join(", "));
        }
    }
    let said = [summary].into_iter().chain(steps.iter().map(|step| &step.title));
    let document = said.flat_map(LangText::languages).fold(document, |document, (_, text)| document.body(text));
    Guide { kind: "guides-life", title: title.clone(), lead: summary.clone(), at: None, institution: None, document }
}

fn of_article(path: String, line: ArticleLine, body: &LangText) -> Guide {
    // The newest first.
    let age = u64::MAX - u64::try_from(line.shown_from.timestamp()).unwrap_or_default();
    let document = titled(grouped(path, GuideGroup::Articles).order(age), &line.title);
    let document = line.lead.languages().fold(document, |document, (_, text)| document.body(text));
    let document = body.languages().fold(document, |document, (_, text)| document.body(running(text)));
    let (kind, at) = match line.kind {
        ArticleKind::News => ("guides-news", Some(line.shown_from)),
        ArticleKind::Help => ("guides-help", None),
    };
    Guide { kind, title: line.title, lead: line.lead, at, institution: None, document }
}

/// What an article says, without the addresses of its links.
fn running(text: &str) -> String {
    let mut parts = text.split("](");
    let mut said = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        said.push(' ');
        said.push_str(part.split_once(')').map_or(part, |(_, after)| after));
    }
    said.chars().take(READ).collect()
}

/// Found by its name, its codes, the place where it is and the body above it: a service centre by its municipality.
fn of_institution(path: String, one: &Institution, above: Option<&LangText>, order: u64) -> Guide {
    let document = titled(grouped(path, GuideGroup::Institutions).order(order), &one.name).code(&one.code);
    let codes = [&one.registration_number, &one.atvk].into_iter().flatten();
    let document = codes.fold(document, |document, code| document.code(code));
    let places = [&one.address, &one.planning_region].into_iter().flatten();
    let document = places.fold(document, |document, place| document.keyword(place));
    // The code of an institution is its abbreviation, except that of a municipality, which nobody says.
    let document = if one.kind == InstitutionKind::Municipality { document } else { document.other_name(&one.code) };
    let above = above.into_iter().flat_map(LangText::languages);
    let document = above.fold(document, |document, (_, text)| document.body(text));
    Guide {
        kind: "guides-institution",
        title: one.name.clone(),
        lead: LangText::default(),
        at: None,
        institution: Some(one.id),
        document,
    }
}

fn grouped(path: String, group: GuideGroup) -> Document {
    let facet = group.facet();
    Document::new(path).facet(facet.name, facet.value)
}

fn titled(document: Document, title: &LangText) -> Document {
    let titles = [(Locale::Lv, &title.lv), (Locale::En, &title.en)].into_iter().filter(|(_, text)| !text.is_empty());
    titles.fold(document, |document, (locale, text)| document.title(locale, text))
}

#[cfg(test)]
mod tests {
    use super::running;

    #[test]
    fn addresses_of_links_are_not_read() {
        assert_eq!(
            running("Skatiet [likumu](https://likumi.lv/a) un [palīdzību](/help)."),
            "Skatiet [likumu  un [palīdzību ."
        );
        assert_eq!(running("Bez saitēm (un bez kļūdām)."), "Bez saitēm (un bez kļūdām).");
        assert_eq!(running("[vaļā](/help"), "[vaļā /help");
    }
}
