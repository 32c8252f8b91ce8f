//! Which holder has attached a service to which template (UNI-04, UNI-08).

use super::{TemplateLine, TemplateScope, TemplateState, policy, view};
use crate::TemplateId;
use crate::store::{categories, template_members as members, template_rows::member, templates as rows};
use crate::{CategoryKind, ServiceListItem, ServiceState};
use institutions::{Institution, InstitutionKind};
use kernel::{Cursor, Error, InstitutionId, LangText, Locale, Page, PageRequest, Result, ServiceId, sort_key};
use std::collections::BTreeMap;
use storage::Read;

/// The matrix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverage {
    /// A page of the templates in use, in the order of their codes: the columns.
    pub templates: Page<TemplateLine>,
    /// The municipalities by name, then the other holders: those that have attached something or are asked for, and all that
    /// hold open services where a template is for the state.
    pub rows: Vec<CoverageRow>,
}

/// What one holder has attached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageRow {
    /// The holder.
    pub holder: InstitutionId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: LangText,
    /// Whether it is a municipality.
    pub municipality: bool,
    /// One cell for each template.
    pub cells: Vec<CoverageCell>,
}

/// One holder and one template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CoverageCell {
    /// Attached: code of the service and its state.
    Attached(String, ServiceState),
    /// Could be attached and is not.
    Missing,
    /// The template is not for holders of this kind.
    NotFor,
}

impl CoverageRow {
    /// How many services are attached to the templates of the matrix.
    #[must_use]
    pub fn attached(&self) -> usize {
        self.cells.iter().filter(|cell| matches!(cell, CoverageCell::Attached(..))).count()
    }

    /// How many could be attached and are not.
    #[must_use]
    pub fn missing(&self) -> usize {
        self.cells.iter().filter(|cell| matches!(cell, CoverageCell::Missing)).count()
    }
}

/// The matrix of a page of templates and their holders: all for the platform and its auditors, the own row for a holder's
/// contact persons and administrators. Its size is that of the page times holders, whatever the number of services.
///
/// # Errors
/// Forbidden for everybody else; invalid `bad-cursor` for a cursor of another list.
pub async fn coverage(tx: &Read, page: &PageRequest) -> Result<Coverage> {
    let own = policy::may_see_coverage(tx.caller())?;
    let templates = in_use(tx, page).await?;
    let rows = matrix(tx, own, &templates.items).await?;
    Ok(Coverage { templates, rows })
}

/// A page of the templates in use.
async fn in_use(tx: &Read, page: &PageRequest) -> Result<Page<TemplateLine>> {
    let found = rows::list(tx, &[TemplateState::Published], page).await?;
    Ok(Page { items: view::lines(tx, found.items).await?, next: found.next })
}

async fn matrix(tx: &Read, own: Option<InstitutionId>, templates: &[TemplateLine]) -> Result<Vec<CoverageRow>> {
    let ids: Vec<TemplateId> = templates.iter().map(|template| template.id).collect();
    let attached = match own {
        None => members::of_templates(tx, &ids).await?,
        Some(holder) => members::of_holder(tx, holder).await?,
    };
    let holders = match own {
        None => holders(tx, templates, &attached).await?,
        Some(holder) => vec![institutions::find(tx, holder).await?],
    };
    let cells = cells(tx, attached).await?;
    let row = |holder: Institution| {
        let cell = |template: &TemplateLine| match cells.get(&(holder.id, template.id)) {
            Some((code, state)) => CoverageCell::Attached(code.clone(), *state),
            None if template.scope.takes(holder.kind) => CoverageCell::Missing,
            None => CoverageCell::NotFor,
        };
        CoverageRow {
            holder: holder.id,
            municipality: holder.kind == InstitutionKind::Municipality,
            cells: templates.iter().map(cell).collect(),
            code: holder.code,
            name: holder.name,
        }
    };
    Ok(holders.into_iter().map(row).collect())
}

/// Municipalities by name, then other holders: those of attached services and, where a template is for the state, all that
/// hold open services, so that what they have not attached is seen to be missing (UNI-08).
async fn holders(tx: &Read, templates: &[TemplateLine], attached: &[member::Model]) -> Result<Vec<Institution>> {
    let mut all = institutions::municipalities(tx).await?;
    let mut others: Vec<InstitutionId> = attached.iter().map(|member| InstitutionId::new(member.holder)).collect();
    if templates.iter().any(|template| for_the_state(template.scope)) {
        others.extend(with_open_services(tx).await?);
    }
    others.retain(|holder| all.iter().all(|known| known.id != *holder));
    others.sort_unstable();
    others.dedup();
    let known = all.len();
    all.extend(institutions::of_ids(tx, &others).await?.into_values());
    let (municipal, state) = all.split_at_mut(known);
    municipal.sort_by_cached_key(by_name);
    state.sort_by_cached_key(by_name);
    Ok(all)
}

/// Whether others than municipalities may attach services to templates of this scope.
fn for_the_state(scope: TemplateScope) -> bool {
    scope.takes(InstitutionKind::StateInstitution)
}

/// Who holds services that can be requested. What is read grows with the holders, not with their services.
async fn with_open_services(tx: &Read) -> Result<Vec<InstitutionId>> {
    let holders = categories::counts(tx, CategoryKind::Holder).await?;
    Ok(holders.into_iter().filter_map(|holder| holder.value.parse().ok()).collect())
}

fn by_name(institution: &Institution) -> String {
    sort_key(institution.name.get(Locale::Lv))
}

type Cells = BTreeMap<(InstitutionId, TemplateId), (String, ServiceState)>;

async fn cells(tx: &Read, attached: Vec<member::Model>) -> Result<Cells> {
    let ids: Vec<ServiceId> = attached.iter().map(|member| ServiceId::new(member.service)).collect();
    let services = members::services_by_ids(tx, &ids).await?;
    let services: BTreeMap<_, _> = services.into_iter().map(|row| (row.id, row)).collect();
    let mut cells = Cells::new();
    for member in attached {
        let Some(service) = services.get(&member.service) else { continue };
        let place = (InstitutionId::new(member.holder), TemplateId::new(member.template));
        cells.insert(place, (service.code.clone(), service.state.parse()?));
    }
    Ok(cells)
}

/// The whole matrix as CSV: a line for each holder, a column for each template in use, the code of the service in each
/// cell.
///
/// # Errors
/// Forbidden for those whom [`coverage`] is forbidden.
pub async fn coverage_csv(tx: &Read) -> Result<Vec<u8>> {
    let own = policy::may_see_coverage(tx.caller())?;
    let mut templates = Vec::new();
    let mut after = None;
    loop {
        let page = in_use(tx, &PageRequest::new(PageRequest::MAX, after)).await?;
        templates.extend(page.items);
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    let rows = matrix(tx, own, &templates).await?;
    let mut table = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| Error::internal("csv").source(error);
    let mut head = vec!["holder".to_owned(), "name".to_owned(), "attached".to_owned(), "missing".to_owned()];
    head.extend(templates.iter().map(|template| format!("{} {}", template.code, template.name.get(Locale::Lv))));
    table.write_record(head).map_err(failed)?;
    for row in rows {
        let mut line = vec![
            row.code.clone(),
            row.name.get(Locale::Lv).to_owned(),
            row.attached().to_string(),
            row.missing().to_string(),
        ];
        line.extend(row.cells.into_iter().map(|cell| match cell {
            CoverageCell::Attached(code, _) => code,
            CoverageCell::Missing => String::new(),
            CoverageCell::NotFor => "-".to_owned(),
        }));
        table.write_record(line).map_err(failed)?;
    }
    table.into_inner().map_err(|error| Error::internal("csv").source(error.into_error()))
}

/// One page of open services that are attached to no template, by holder and code, without internal ones: those of
/// municipalities, and of every holder while a template for the state is in use (UNI-08); all holders or one for the
/// platform, the own for a contact person or administrator.
///
/// # Errors
/// Forbidden for everybody else; invalid `bad-cursor` for a cursor of another list.
pub async fn unattached(tx: &Read, holder: Option<InstitutionId>, page: &PageRequest) -> Result<Page<ServiceListItem>> {
    let holders = match policy::may_see_coverage(tx.caller())?.or(holder) {
        Some(holder) => vec![holder],
        None => {
            let mut all: Vec<InstitutionId> =
                institutions::municipalities(tx).await?.into_iter().map(|one| one.id).collect();
            let scopes: Vec<TemplateScope> =
                TemplateScope::ALL.iter().copied().filter(|scope| for_the_state(*scope)).collect();
            if rows::in_use_for(tx, &scopes).await? {
                all.extend(with_open_services(tx).await?);
            }
            all
        }
    };
    let after = page.after.as_ref().map(Cursor::two).transpose()?;
    let rows = members::unattached(tx, &holders, after, page.probe()).await?;
    let items = rows.into_iter().map(ServiceListItem::try_from).collect::<Result<Vec<_>>>()?;
    Ok(Page::from_probe(items, page, |item| Cursor::from_parts(&[&item.holder.to_string(), &item.number.to_string()])))
}
