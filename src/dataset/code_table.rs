//! Enum tables: each variant with its code, written once (`docs/decisions/0010-code-tables.md`).

/// An enum each variant of which has a code, as data files and addresses write it:
/// one table gives the variants, all of them in their order, and the way from a code and to it.
macro_rules! code_table {
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $($(#[$about:meta])* $variant:ident = $code:literal,)*
        }
    ) => {
        $(#[$doc])*
        pub enum $name {
            $($(#[$about])* $variant,)*
        }

        impl $name {
            /// How many there are.
            pub const COUNT: usize = [$($code),*].len();

            /// All of them, in their order.
            pub const ALL: [Self; Self::COUNT] = [$(Self::$variant),*];

            /// The code.
            pub const fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            /// The one with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)*
                    _ => None,
                }
            }
        }
    };
}

pub(crate) use code_table;
