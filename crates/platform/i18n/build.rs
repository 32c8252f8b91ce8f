//! Tells Cargo that a new text file is a reason to build again (changed files are tracked by the embedding itself).

fn main() {
    println!("cargo::rerun-if-changed=../../../locales");
}
