/* Works side by side, point by point. */
#ifndef PAGE_PAGE_COMPARE_H
#define PAGE_PAGE_COMPARE_H

#include "page/doc.h"
#include "library/library.h"

enum { COMPARE_LEAST = 2, COMPARE_MOST = 4 };

#endif
