//! The bytes of the data files, from which everything is read.

/// The bytes of the six data files.
#[derive(Clone, Copy, Debug)]
pub struct Files<'a> {
    /// `codes.csv`
    pub codes: &'a [u8],
    /// `sources.csv`
    pub sources: &'a [u8],
    /// `facts.csv`
    pub facts: &'a [u8],
    /// `world.csv`
    pub world: &'a [u8],
    /// `disputes.csv`
    pub disputes: &'a [u8],
    /// `takeaways.csv`
    pub takeaways: &'a [u8],
}

impl Files<'static> {
    /// The files that are embedded in the program.
    pub const SHIPPED: Self = Self {
        codes: include_bytes!("../../public/data/codes.csv"),
        sources: include_bytes!("../../public/data/sources.csv"),
        facts: include_bytes!("../../public/data/facts.csv"),
        world: include_bytes!("../../public/data/world.csv"),
        disputes: include_bytes!("../../public/data/disputes.csv"),
        takeaways: include_bytes!("../../public/data/takeaways.csv"),
    };
}
