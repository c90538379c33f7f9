#include <gmock/gmock.h>

#include "document/clean.h"

namespace demarche {
namespace {

TEST(WholeText, DropsNothing) {
  const Document document = whole_text("MOSCOW (AP) -- The talks failed.\n\nPhoto: Example Agency\n\nFollow us on Twitter\n");
  ASSERT_EQ(document.blocks.size(), 3u);
  EXPECT_EQ(document.blocks[0].span, (Span{0, 32}));
  EXPECT_TRUE(document.dropped.empty());
  EXPECT_TRUE(document.title.empty());
}

TEST(WholeText, IsRepaired) {
  const Document document = whole_text("Say \xFFno.\n");
  EXPECT_EQ(document.text, "Say \xEF\xBF\xBDno.\n");
  EXPECT_EQ(document.warnings.size(), 1u);
}

TEST(WholeText, OfNothingHasNoBlocks) { EXPECT_TRUE(whole_text("\n \n").blocks.empty()); }

}  // namespace
}  // namespace demarche
