//! What readers type, and what must come first.
use super::*;
#[test]
fn play() {
    let data = Dataset::shipped().expect("good");
    let index = Index::new(data);
    for query in std::env::var("Q").unwrap_or_default().split('|') {
        println!("== {query}");
        for hit in index.find(query, 7) {
            match hit.target {
                Target::Figure(f) => println!("  {} FIGURE {} {:?}", hit.score, f.id, hit.note),
                Target::Fact(f) => {
                    println!("  {} {} = {} {:?}", hit.score, data.fact(f).name, data.fact(f).value, hit.note)
                }
            }
        }
    }
}
