//! Tells Cargo that a new template is a reason to build again (changed files are tracked by the embedding itself).

fn main() {
    println!("cargo::rerun-if-changed=templates");
}
