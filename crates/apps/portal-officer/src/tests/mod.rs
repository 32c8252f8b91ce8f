//! Tests of the workplace.

mod access;
mod acts;
mod auditing;
mod branches;
mod choosing;
mod consultations;
mod content;
mod editor;
mod handling;
mod house;
mod late;
mod nominating;
mod norms;
mod others;
mod overseeing;
mod paging;
mod picking;
mod quality;
mod queue;
mod records;
mod remarks;
mod samples;
mod search;
mod staff;
mod unified;
mod whole_lists;
