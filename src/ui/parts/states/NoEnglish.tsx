import { useLanguage } from '../../text/language'
import { Box } from '../Box'

/**
 * Shown when English was chosen but could not be loaded. The person may read no Vietnamese, and the English words are missing. So the text is
 * here, in both languages.
 */
export function NoEnglish() {
  if (useLanguage().awaited !== 'lacking') return null
  return (
    <Box kind="warn" icon="alert" role="alert">
      <p>Chưa tải được tiếng Anh. Tìm chỗ có mạng, mở lại ứng dụng rồi chọn lại.</p>
      <p lang="en">English could not be loaded. Find a network, open the app again, then choose it again.</p>
    </Box>
  )
}
