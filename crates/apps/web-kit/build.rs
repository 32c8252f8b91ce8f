//! Tells Cargo that a new template or asset is a reason to build again (changed files are tracked by the embedding itself).

fn main() {
    println!("cargo::rerun-if-changed=templates");
    println!("cargo::rerun-if-changed=../../../assets/dist");
}
