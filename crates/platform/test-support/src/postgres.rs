//! A private PostgreSQL cluster for one test binary.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    time::Duration,
};
use tempfile::TempDir;

/// A cluster on a free loopback port; it ends with this value. PostgreSQL refuses to run as root, so a root test runs
/// it as `nobody`.
#[derive(Debug)]
pub struct TestPostgres {
    server: Child,
    port: u16,
    databases: AtomicU32,
    binaries: PathBuf,
    folder: TempDir,
}

impl TestPostgres {
    /// Makes and starts a cluster.
    ///
    /// # Panics
    /// When PostgreSQL is not installed or does not start: the suite needs it (`make test` installs it).
    #[must_use]
    #[expect(clippy::expect_used, reason = "a test stops here")]
    pub fn start() -> Self {
        let binaries = binaries();
        let folder = tempfile::Builder::new().prefix("durvis-pg").tempdir().expect("a temporary folder");
        open_to_all(folder.path());
        let data = folder.path().join("data");
        let made = command(&binaries.join("initdb"))
            .args([
                "--username=postgres",
                "--auth=trust",
                "--no-sync",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--pgdata",
            ])
            .arg(&data)
            .output()
            .expect("initdb runs");
        assert!(made.status.success(), "initdb: {}", String::from_utf8_lossy(&made.stderr));
        let port = free_port();
        let server = command(&binaries.join("postgres"))
            .arg("-D")
            .arg(&data)
            .args(["-p", &port.to_string(), "-k"])
            .arg(folder.path())
            .args(["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"])
            .stderr(Stdio::null())
            .spawn()
            .expect("postgres starts");
        let cluster = Self { server, port, databases: AtomicU32::new(0), binaries, folder };
        cluster.wait_until_ready();
        cluster
    }

    /// The URL of a new empty database.
    ///
    /// # Panics
    /// When it cannot be made.
    #[must_use]
    pub fn fresh_database(&self) -> String {
        let name = format!("durvis_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let made = self.client("createdb").arg(&name).output();
        assert!(made.is_ok_and(|out| out.status.success()), "createdb {name}");
        format!("postgres://postgres@127.0.0.1:{}/{name}", self.port)
    }

    /// Process id of the server, for tests that stop it without warning.
    #[must_use]
    pub fn pid(&self) -> u32 {
        self.server.id()
    }

    fn client(&self, program: &str) -> Command {
        let mut command = Command::new(self.binaries.join(program));
        command.args(["-h", "127.0.0.1", "-U", "postgres", "-p", &self.port.to_string()]);
        command
    }

    fn wait_until_ready(&self) {
        for _ in 0..300 {
            let ready = self.client("pg_isready").stdout(Stdio::null()).status();
            if ready.is_ok_and(|status| status.success()) {
                return;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        panic!("PostgreSQL did not start in {}", self.folder.path().display());
    }
}

impl Drop for TestPostgres {
    fn drop(&mut self) {
        // The child is `setpriv` replaced by the server itself, so its id is the server's.
        let _ = Command::new("kill").args(["-INT", &self.server.id().to_string()]).status();
        let _ = self.server.wait();
    }
}

/// A command run as somebody who is not root.
fn command(program: &Path) -> Command {
    let root = Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.starts_with(b"0"));
    if !root {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"]).arg(program);
    command
}

/// The newest installed PostgreSQL.
fn binaries() -> PathBuf {
    let versions = std::fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let newest = versions.map(|entry| entry.path().join("bin")).filter(|bin| bin.join("postgres").exists()).max();
    newest.unwrap_or_else(|| panic!("PostgreSQL is not installed: `make test` installs it"))
}

#[expect(clippy::expect_used, reason = "a test stops here")]
fn open_to_all(folder: &Path) {
    use std::os::unix::fs::PermissionsExt as _;
    std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o777)).expect("the folder's rights can be set");
}

#[expect(clippy::expect_used, reason = "a test stops here")]
fn free_port() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("an address").port()
}
