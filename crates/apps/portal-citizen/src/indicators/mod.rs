//! What the portal is used for and what people say of it: figures for everybody (POR-07, POR-02).

mod show;
mod words;

pub(crate) use show::{IndicatorsPage, show};
