//! The edges between crates against `xtask/layering.toml`, and dependencies that must not appear.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};
use serde::Deserialize;

use crate::Outcome;
use crate::report::Report;

/// Crate → the packages it depends on, those of its tests left out.
pub type Uses = BTreeMap<String, BTreeSet<String>>;

/// The rules as data.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Layering {
    /// Module → the modules it may call, with its tier.
    modules: BTreeMap<String, Module>,
    /// Platform crate → the platform crates it may use.
    platform: BTreeMap<String, Vec<String>>,
    /// App → the apps it may use (modules and platform are open to apps).
    apps: BTreeMap<String, Vec<String>>,
    /// Package → reason it must not be in what is built.
    absent: BTreeMap<String, String>,
    /// Package → reason there may be one version only.
    single: BTreeMap<String, String>,
    /// Package → the rings (`platform`, `modules`, `apps`) that must not depend on it directly.
    not_in: BTreeMap<String, Vec<String>>,
}

/// A module's tier and edges. A module calls only lower tiers, or its own along a listed edge.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Module {
    tier: u8,
    calls: Vec<String>,
}

/// Checks the whole workspace.
pub fn run(root: &Path) -> Outcome {
    let text = std::fs::read_to_string(root.join("xtask/layering.toml")).map_err(|e| format!("layering.toml: {e}"))?;
    let rules = rules(&text)?;
    let metadata = metadata(root)?;
    let mut report = Report::default();
    for package in metadata.workspace_packages() {
        edges(&rules, &metadata, package, &mut report);
    }
    tiers(&rules, &mut report);
    unused(&rules, &uses(&metadata), &mut report);
    graph(&rules, &metadata, &mut report);
    report.finish("layering")
}

/// The rules from their text.
pub fn rules(text: &str) -> Result<Layering, String> {
    toml::from_str(text).map_err(|e| format!("layering.toml: {e}"))
}

/// The resolved workspace for the platform that is shipped.
pub fn metadata(root: &Path) -> Result<Metadata, String> {
    MetadataCommand::new()
        .manifest_path(root.join("Cargo.toml"))
        .other_options(vec!["--filter-platform".to_owned(), "x86_64-unknown-linux-gnu".to_owned()])
        .exec()
        .map_err(|e| e.to_string())
}

/// The packages that the resolved graph reaches.
pub fn built(metadata: &Metadata) -> BTreeSet<PackageId> {
    metadata.resolve.iter().flat_map(|r| r.nodes.iter()).map(|n| n.id.clone()).collect()
}

/// `platform`, `modules`, `apps`, or nothing for xtask.
fn ring<'a>(metadata: &'a Metadata, package: &'a Package) -> Option<&'a str> {
    let path = package.manifest_path.strip_prefix(&metadata.workspace_root).ok()?;
    let mut parts = path.components().map(|c| c.as_str());
    (parts.next() == Some("crates")).then(|| parts.next()).flatten()
}

fn edges(rules: &Layering, metadata: &Metadata, package: &Package, report: &mut Report) {
    let name = package.name.as_str();
    let Some(own) = ring(metadata, package) else { return };
    for dependency in &package.dependencies {
        if dependency.kind == DependencyKind::Development {
            development(rules, metadata, own, name, &dependency.name, report);
            continue;
        }
        if rules.not_in.get(&dependency.name).is_some_and(|rings| rings.iter().any(|r| r == own)) {
            report.add(format!("{name} → {}: not allowed in {own}", dependency.name));
        }
        let Some(target) = metadata.workspace_packages().into_iter().find(|p| p.name.as_str() == dependency.name)
        else {
            continue;
        };
        let to = target.name.as_str();
        let other = ring(metadata, target).unwrap_or("xtask");
        if to == "test-support" {
            report.add(format!("{name} → test-support: only as a dev-dependency"));
        }
        let listed = |edges: Option<&Vec<String>>| edges.is_some_and(|e| e.iter().any(|x| x == to));
        let fine = match (own, other) {
            ("apps", "modules" | "platform") | ("modules", "platform") => true,
            ("apps", "apps") => listed(rules.apps.get(name)),
            ("modules", "modules") => listed(rules.modules.get(name).map(|m| &m.calls)),
            ("platform", "platform") => listed(rules.platform.get(name)),
            _ => false,
        };
        if !fine {
            report.add(format!("{name} → {to}: this edge is not in xtask/layering.toml"));
        }
    }
}

/// Tests may use test-support and anything lower, never a higher ring or tier.
fn development(rules: &Layering, metadata: &Metadata, own: &str, name: &str, to: &str, report: &mut Report) {
    let Some(target) = metadata.workspace_packages().into_iter().find(|p| p.name.as_str() == to) else { return };
    let rank = |ring: &str| ["platform", "modules", "apps"].iter().position(|r| *r == ring);
    let other = ring(metadata, target).unwrap_or("xtask");
    let tier = |module: &str| rules.modules.get(module).map(|m| m.tier);
    let climbs = own == "modules" && other == "modules" && tier(name) < tier(to);
    if rank(other) > rank(own) || climbs {
        report.add(format!("{name} → {to} (tests): points upward"));
    }
}

/// Listed module edges point to a lower tier, or along an argued one in the same tier.
fn tiers(rules: &Layering, report: &mut Report) {
    for (name, module) in &rules.modules {
        for callee in &module.calls {
            match rules.modules.get(callee) {
                None => report.add(format!("layering.toml: {name} calls `{callee}`, which is not listed")),
                Some(other) if other.tier > module.tier => {
                    report.add(format!(
                        "layering.toml: {name} (tier {}) calls {callee} (tier {})",
                        module.tier, other.tier
                    ));
                }
                Some(_) => {}
            }
        }
    }
}

fn uses(metadata: &Metadata) -> Uses {
    let of = |package: &Package| -> BTreeSet<String> {
        let shipped = package.dependencies.iter().filter(|d| d.kind != DependencyKind::Development);
        shipped.map(|d| d.name.clone()).collect()
    };
    metadata.workspace_packages().into_iter().map(|package| (package.name.as_str().to_owned(), of(package))).collect()
}

/// Every listed edge is used: one that is not would let a dependency come back without an argument.
pub fn unused(rules: &Layering, uses: &Uses, report: &mut Report) {
    let modules = rules.modules.iter().map(|(name, module)| (name, &module.calls));
    for (name, edges) in modules.chain(&rules.platform).chain(&rules.apps) {
        for to in edges.iter().filter(|to| uses.get(name).is_none_or(|used| !used.contains(*to))) {
            report.add(format!("layering.toml: {name} → {to} is listed and not used"));
        }
    }
}

fn graph(rules: &Layering, metadata: &Metadata, report: &mut Report) {
    let built = built(metadata);
    let packages: Vec<&Package> = metadata.packages.iter().filter(|p| built.contains(&p.id)).collect();
    for (name, reason) in &rules.absent {
        if packages.iter().any(|p| p.name.as_str() == name) {
            report.add(format!("`{name}` is built: {reason}"));
        }
    }
    for (name, reason) in &rules.single {
        let count = packages.iter().filter(|p| p.name.as_str() == name).count();
        if count > 1 {
            report.add(format!("{count} versions of `{name}` are built: {reason}"));
        }
    }
}
