import Testing
import TimelineLanguage

@Suite struct RelationSetTests {
  @Test func aSetOfOneHoldsThatOneAlone() {
    let set = RelationSet(.object)
    #expect(set.contains(.object))
    #expect(!set.contains(.subject))
    #expect(!set.contains(.root))
  }

  /// Asked for one relation, a tree answers as when it is asked for several.
  @Test func oneRelationIsAskedForAsSeveralAre() {
    let sentence = tree(
      """
      Ministers NNS 2 nsubj
      sign VBP 0 root
      treaties NNS 2 obj
      and CC 5 cc
      leave VBP 2 conj
      """)
    for word in 0..<sentence.count {
      for relation in [UniversalRelation.subject, .object, .conjunct, .coordinator, .oblique] {
        let several = sentence.children(of: word, [relation])
        #expect(sentence.children(of: word, relation) == several)
        #expect(sentence.child(of: word, relation) == several.first)
      }
    }
    #expect(sentence.child(of: 1, .object) == 2)
    #expect(sentence.child(of: 1, .oblique) == nil)
    #expect(sentence.child(of: 1, .oblique, .conjunct) == 4)
  }
}
